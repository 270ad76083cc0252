package actbench.data.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server on this machine whose answers are written byte by byte, so that it can misbehave. */
public final class LoopbackServer implements AutoCloseable {
  private static final int LONGEST_STALL_SECONDS = 20;

  private final ServerSocket socket;
  private final Map<String, List<Answer>> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** One request; header names in lower case. */
  public record Request(String path, Map<String, String> headers) {
    /** The header's value, or an empty text. */
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /** Writes an answer; the connection is closed afterwards. */
  @FunctionalInterface
  public interface Answer {
    void write(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  public LoopbackServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    thread(this::accept);
  }

  /** Answers requests for a path in turn; the last answer is repeated. */
  public LoopbackServer on(String path, Answer... inTurn) {
    answers.put(path, new ArrayList<>(List.of(inTurn)));
    return this;
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
  }

  /** All requests so far. */
  public List<Request> requests() {
    return requests;
  }

  /** The content, whole or from where the request asks; understands If-Range. */
  public static Answer content(byte[] content, String tag) {
    return (request, out) -> {
      String range = request.header("Range");
      if (range.isEmpty() || !request.header("If-Range").equals(tag)) {
        head(out, "200 OK", "ETag: " + tag, "Content-Length: " + content.length);
        out.write(content);
        return;
      }
      int start = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
      if (start >= content.length) {
        head(out, "416 Range Not Satisfiable", "Content-Range: bytes */" + content.length);
        return;
      }
      head(
          out,
          "206 Partial Content",
          "ETag: " + tag,
          "Content-Range: bytes " + start + "-" + (content.length - 1) + "/" + content.length,
          "Content-Length: " + (content.length - start));
      out.write(content, start, content.length - start);
    };
  }

  /** Promises the content and closes the connection after some bytes. */
  public static Answer cutOff(byte[] content, int after, String... headers) {
    return (request, out) -> {
      head(out, "200 OK", headers);
      out.write(content, 0, after);
    };
  }

  /** A status with these headers and no body. */
  public static Answer status(String status, String... headers) {
    return (request, out) -> {
      head(out, status, headers);
      out.write(new byte[0]);
    };
  }

  /** Writes the first lines of an answer. */
  public static void head(OutputStream out, String status, String... headers) throws IOException {
    String lines =
        "HTTP/1.1 " + status + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n";
    out.write(lines.replace("\r\n\r\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** Says nothing until the server is closed. */
  public void stall() throws InterruptedException {
    closing.await(LONGEST_STALL_SECONDS, TimeUnit.SECONDS);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        thread(() -> serve(connection));
      } catch (IOException e) {
        // Closed.
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      String first = in.readLine();
      if (first == null) {
        return;
      }
      Map<String, String> headers = new TreeMap<>();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
      Request request = new Request(first.split(" ", -1)[1], headers);
      requests.add(request);
      answer(request.path()).write(request, connection.getOutputStream());
    } catch (IOException | InterruptedException e) {
      // The client went away, as some tests want.
    }
  }

  private Answer answer(String path) {
    List<Answer> inTurn = answers.get(path);
    if (inTurn == null) {
      return status("404 Not Found", "Content-Length: 0");
    }
    synchronized (inTurn) {
      return inTurn.size() > 1 ? inTurn.remove(0) : inTurn.get(0);
    }
  }

  private static void thread(Runnable task) {
    Thread thread = new Thread(task, "loopback-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    socket.close();
  }
}
