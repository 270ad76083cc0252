package actbench.run;

/**
 * How a grid is worked through.
 *
 * @param jobs runs in parallel, at least 1
 * @param retryFailed whether runs that failed, crashed or timed out earlier are run again
 * @param failFast whether the first such run stops the grid
 */
public record RunPolicy(int jobs, boolean retryFailed, boolean failFast) {
  public RunPolicy {
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs " + jobs + " is below 1");
    }
  }
}
