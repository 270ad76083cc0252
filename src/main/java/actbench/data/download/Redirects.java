package actbench.data.download;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a redirect may lead: over HTTP, and never from an encrypted address to an open one. */
final class Redirects {
  /** Redirects in a row that are followed. */
  static final int MOST = 5;

  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  private Redirects() {}

  /** Whether this status sends elsewhere. */
  static boolean isRedirect(int status) {
    return STATUSES.contains(status);
  }

  /** The address that {@code from} sends to. */
  static URI target(URI from, Optional<String> location) throws DownloadException {
    URI target;
    try {
      target = from.resolve(location.orElse(""));
    } catch (IllegalArgumentException e) {
      throw DownloadException.lasting("redirects to a bad address '" + location.get() + "'");
    }
    String scheme = scheme(target);
    if (location.isEmpty() || target.getHost() == null || !scheme.matches("https?")) {
      throw DownloadException.lasting("redirects to a bad address '" + location.orElse("") + "'");
    }
    if (scheme(from).equals("https") && !scheme.equals("https")) {
      throw DownloadException.lasting(
          "redirects from https to http, which is not safe: '" + target + "'");
    }
    return target;
  }

  private static String scheme(URI address) {
    return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
  }
}
