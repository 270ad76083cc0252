package actbench.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedirectsTest {
  @ParameterizedTest
  @CsvSource({
    "http://a/x, https://b/y, https://b/y",
    "https://a/x, https://b/y, https://b/y",
    "http://a/x, http://b/y, http://b/y",
    "https://a/x/f, ../y, https://a/y",
    "https://a/x/f, //b/y, https://b/y"
  })
  void follows(String from, String location, String target) throws DownloadException {
    assertThat(Redirects.target(URI.create(from), Optional.of(location)))
        .isEqualTo(URI.create(target));
  }

  @Test
  void refusesToGiveUpEncryption() {
    assertThatThrownBy(() -> Redirects.target(URI.create("HTTPS://a/x"), Optional.of("http://a/x")))
        .hasMessage("redirects from https to http, which is not safe: 'http://a/x'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:///etc/passwd", "ftp://a/x", "jar:http://a/x!/y", "http:///x", "a b"})
  void refusesAddressesThatAreNotHttp(String location) {
    assertThatThrownBy(() -> Redirects.target(URI.create("http://a/x"), Optional.of(location)))
        .hasMessage("redirects to a bad address '" + location + "'");
  }

  @Test
  void refusesRedirectThatLeadsNowhere() {
    assertThatThrownBy(() -> Redirects.target(URI.create("http://a/x"), Optional.empty()))
        .hasMessage("redirects to a bad address ''");
  }
}
