/**
 * What may be done to a batch between the examples and the network: augmentation, normalisation,
 * mixing, noise.
 *
 * <p>Everything random is drawn from a stream that a name gives, such as {@code
 * augmentation/flip/epoch 3/example 17}, so that two networks that are compared see the same images
 * whatever else they draw.
 */
package actbench.data.transform;
