/**
 * Loops over arrays in the incubating vector API. Depends on the JDK alone and is compiled apart
 * from the rest.
 */
package actbench.activation.kernel;
