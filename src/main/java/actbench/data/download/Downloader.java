package actbench.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gets files over HTTP. Safe for use by several threads. */
public final class Downloader {
  /** A try that brought this much does not count as a failed one. */
  private static final long WORTH_A_TRY = 1 << 20;

  private static final Pattern PART =
      Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

  private final Patience patience;
  private final HttpClient client;

  public Downloader(Patience patience) {
    this.patience = Objects.requireNonNull(patience, "patience");
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience.connect())
            .build();
  }

  /** What to get, and where to put it. */
  private record Job(URI from, PartFile part, String name, long limit, DownloadProgress progress) {}

  /**
   * Gets a file, going on where an earlier try from the same address stopped if the server can.
   *
   * @param name the file's name, for the progress
   * @param limit the most bytes to accept
   * @return whether bytes of an earlier connection are part of the result
   * @throws DownloadException when the server does not give the file; what came is kept in the part
   */
  public boolean download(
      URI from, PartFile part, String name, long limit, DownloadProgress progress)
      throws IOException, InterruptedException {
    Job job = new Job(from, part, name, limit, progress);
    int failures = 0;
    while (true) {
      long before = part.size();
      try {
        return attempt(job);
      } catch (DownloadException e) {
        failures = part.size() - before >= WORTH_A_TRY ? 1 : failures + 1;
        if (!e.isTemporary() || failures >= patience.attempts()) {
          throw e;
        }
        Duration pause = patience.pause().multipliedBy(1L << Math.min(failures - 1, 10));
        progress.note(from + ": " + e.getMessage() + "; trying again");
        Thread.sleep(pause.toMillis());
      }
    }
  }

  private boolean attempt(Job job) throws IOException, InterruptedException {
    URI address = job.from();
    for (int redirects = 0; redirects <= Redirects.MOST; redirects++) {
      HttpResponse<InputStream> response = send(job, address);
      try (InputStream body = response.body()) {
        if (!Redirects.isRedirect(response.statusCode())) {
          return receive(job, response, body);
        }
        address = Redirects.target(address, response.headers().firstValue("Location"));
      }
    }
    throw DownloadException.lasting("redirects more than " + Redirects.MOST + " times");
  }

  private HttpResponse<InputStream> send(Job job, URI address)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
    request.header("User-Agent", "actbench");
    Optional<String> version = job.part().version(job.from());
    if (version.isPresent()) {
      request.header("Range", "bytes=" + job.part().size() + "-");
      request.header("If-Range", version.get());
    }
    CompletableFuture<HttpResponse<InputStream>> answer =
        client.sendAsync(request.build(), BodyHandlers.ofInputStream());
    try {
      // Not the request's own timeout: later JDKs stretch that over the body.
      return answer.get(
          patience.connect().plus(patience.stall()).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw DownloadException.temporary("does not answer", e);
    } catch (ExecutionException e) {
      throw DownloadException.temporary(reason(e.getCause()), e);
    } finally {
      answer.cancel(true);
    }
  }

  private boolean receive(Job job, HttpResponse<InputStream> response, InputStream body)
      throws IOException, InterruptedException {
    PartFile part = job.part();
    int status = response.statusCode();
    long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
    switch (status) {
      case 200 -> {
        checkLength(length, job.limit());
        try (OutputStream out = part.restart(job.from(), version(response))) {
          copy(job, body, out, 0, length);
        }
        return false;
      }
      case 206 -> {
        long start = part.size();
        long total = rangeTotal(job, response);
        checkLength(total, job.limit());
        try (OutputStream out = part.append()) {
          copy(job, body, out, start, total);
        }
        return true;
      }
      case 416 -> {
        if (hasAll(job, response)) {
          return true;
        }
        part.discard();
        throw DownloadException.temporary("refuses to go on (HTTP 416)", null);
      }
      default -> {
        String message = "answers HTTP " + status;
        if (status >= 500 || status == 408 || status == 429) {
          throw DownloadException.temporary(message, null);
        }
        throw DownloadException.lasting(message);
      }
    }
  }

  /** Only a strong tag or a date may stand in If-Range. */
  private static Optional<String> version(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("ETag")
        .filter(tag -> !tag.startsWith("W/"))
        .or(() -> response.headers().firstValue("Last-Modified"));
  }

  private static long rangeTotal(Job job, HttpResponse<?> response) throws IOException {
    String range = contentRange(response);
    Matcher matcher = PART.matcher(range);
    if (job.part().version(job.from()).isEmpty()
        || !matcher.matches()
        || Long.parseLong(matcher.group(1)) != job.part().size()) {
      job.part().discard();
      throw DownloadException.temporary(
          "sends another part than asked for, found '" + range + "'", null);
    }
    return matcher.group(2).equals("*") ? -1 : Long.parseLong(matcher.group(2));
  }

  /** Whether nothing is left to send: an earlier process got all and then was stopped. */
  private static boolean hasAll(Job job, HttpResponse<?> response) throws IOException {
    return job.part().version(job.from()).isPresent()
        && contentRange(response).equals("bytes */" + job.part().size());
  }

  private static String contentRange(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Range").orElse("");
  }

  private static void checkLength(long length, long limit) throws DownloadException {
    if (length > limit) {
      throw tooLong(Long.toString(length), limit);
    }
  }

  private static DownloadException tooLong(String found, long limit) {
    return DownloadException.lasting(
        "is too long, found " + found + " bytes; expected at most " + limit);
  }

  private void copy(Job job, InputStream body, OutputStream out, long start, long total)
      throws IOException, InterruptedException {
    long done = start;
    byte[] buffer = new byte[1 << 16];
    try (StallGuard guard = new StallGuard(body, patience.stall())) {
      while (true) {
        int count = read(body, buffer, guard);
        if (count < 0) {
          break;
        }
        guard.progressed();
        done += count;
        if (done > job.limit()) {
          throw tooLong("more than " + job.limit(), job.limit());
        }
        out.write(buffer, 0, count);
        job.progress().bytes(job.name(), done, total);
      }
    }
    if (total >= 0 && done != total) {
      throw DownloadException.temporary(cutOff(done, total), null);
    }
  }

  private static int read(InputStream body, byte[] buffer, StallGuard guard)
      throws IOException, InterruptedException {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw DownloadException.temporary(guard.hasFired() ? "has stalled" : reason(e), e);
    }
  }

  private static String cutOff(long done, long total) {
    return "ends too early, found " + done + " bytes; expected " + total;
  }

  private static String reason(Throwable cause) {
    String message = cause.getMessage();
    return cause instanceof ConnectException || message == null
        ? "cannot be reached"
        : "breaks off (" + message + ")";
  }
}
