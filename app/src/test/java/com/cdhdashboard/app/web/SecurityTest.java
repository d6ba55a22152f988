package com.cdhdashboard.app.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.configuration.ConfigurationPlace;
import com.cdhdashboard.app.fixture.FixtureWorkspace;
import com.cdhdashboard.app.security.SignIn;
import com.cdhdashboard.app.view.Assets;
import com.cdhdashboard.app.view.Variants;
import com.cdhdashboard.assistant.provider.Models;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTest {
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) {
        site = new Site(FixtureWorkspace.withData(), folder, 1000);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/api/v1/status", "/api/v1/nothing", "/reports/internal"})
    void everyAnswerBindsTheBrowser(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "http")
                .containsOnlyOnce("unsafe-inline")
                .contains("style-src 'self';", "style-src-attr 'unsafe-inline'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void anotherSitesNameForThisMachineIsRefused() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("This server does not answer to that host name");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, cross-site", "Origin, http://evil.example", "Sec-Fetch-Site, same-site"})
    void anotherSiteChangesNothing(String header, String value) {
        HttpResponse<String> answer = site.post("/import/cancel", "csrf=" + site.token(), header, value);
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void withoutTheTokenNothingIsChanged() {
        assertThat(site.post("/import/start", "folder=/").statusCode()).isEqualTo(403);
        assertThat(site.post("/import/start", "folder=/&csrf=0000").statusCode())
                .isEqualTo(403);
        assertThat(site.post("/import/uploads", "").statusCode()).isEqualTo(403);
        assertThat(site.put("/import/uploads/0123456789abcdef?name=a", "x", "X-Other", "y")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aFormThatIsTooLargeIsRefused() {
        HttpResponse<String> answer =
                site.post("/import/start", "folder=" + "x".repeat(2 << 20), "X-Csrf-Token", site.token());
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/x/..%2f..%2fapp.js",
                "/..%2f..%2fetc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/reports/%00"
            })
    void oddPathsFindNothing(String path) {
        assertThat(site.get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void anAssetIsKeptForEverAndSentCompressed() {
        String url = site.page("/").expectFirst("link[rel=stylesheet]").attr("href");
        HttpResponse<String> answer = site.get(url, "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br | br",
                "gzip;q=1.0, br;q=0 | gzip",
                "GZIP | gzip",
                "deflate | ''",
                "gzip;q=0, br; q=0.0 | ''",
                "brotli, x-gzip | ''"
            })
    void theLibraryOfChartsIsSentInTheSmallestFormThatIsTaken(String accepted, String sent) {
        HttpResponse<String> answer = site.get(new Assets().url("plotly.js"), "Accept-Encoding", accepted);
        assertThat(answer.headers().firstValue("Content-Encoding").orElse("")).isEqualTo(sent);
    }

    @Test
    void anAnswerTheBrowserHasIsNotSentAgainUntilTheDataChange(@TempDir Path folder) {
        FixtureWorkspace workspace = FixtureWorkspace.withData();
        try (Site fresh = new Site(workspace, folder, 1000)) {
            String tag = fresh.get("/dashboard").headers().firstValue("ETag").orElseThrow();
            assertThat(fresh.get("/dashboard", "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
            assertThat(fresh.get("/dashboard?filter.Channel=Web", "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(fresh.get("/dashboard", "If-None-Match", tag, "Cookie", "theme=dark")
                            .statusCode())
                    .isEqualTo(200);
            workspace.changeData();
            assertThat(fresh.get("/dashboard", "If-None-Match", tag).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void withAPasswordEveryRequestMustCarryIt(@TempDir Path folder) {
        try (Site locked =
                new Site(FixtureWorkspace.withData(), folder, 1000, new SignIn(Optional.of("open sesame")))) {
            HttpResponse<String> refused = locked.get("/api/v1/status");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).contains(SignIn.CHALLENGE);
            assertThat(refused.body()).contains("Sign in with the password of this server");
            String pair = Base64.getEncoder().encodeToString("any:open sesame".getBytes(UTF_8));
            assertThat(locked.get("/api/v1/status", "Authorization", "Basic " + pair)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatIsAskedOfOneConfigurationIsAskedOfAll(@TempDir Path folder) {
        try (Site two = Site.ofTwo(
                FixtureWorkspace.withData(),
                FixtureWorkspace.empty(),
                folder,
                new SignIn(Optional.of("open sesame")))) {
            for (String path :
                    List.of("/", "/v/a/", "/v/b/dashboard", "/v/b/api/v1/status", "/v/c/", "/api/v1/status")) {
                HttpResponse<String> refused = two.get(path);
                assertThat(refused.statusCode()).as(path).isEqualTo(401);
                assertThat(refused.body()).as(path).doesNotContain("variant-switch", "variants");
            }
            String pair = "Basic " + Base64.getEncoder().encodeToString("any:open sesame".getBytes(UTF_8));
            Matcher token = Pattern.compile("data-token=\"([^\"]+)\"")
                    .matcher(two.get("/v/b/", "Authorization", pair).body());
            assertThat(token.find()).isTrue();
            for (String path : List.of("/v/a/import/start", "/v/b/configuration/apply", "/v/b/configuration/clv")) {
                HttpResponse<String> refused = two.post(path, "csrf=" + token.group(1), "Authorization", pair);
                assertThat(refused.statusCode()).as(path).isEqualTo(403);
                assertThat(refused.body()).as(path).contains("started with --read-only");
            }
            assertThat(two.post("/v/b/import/start", "csrf=x", "Authorization", pair)
                            .body())
                    .contains("does not come from a current page");
        }
    }

    @Test
    void othersReachTheServerOnlyWithAPassword(@TempDir Path folder) {
        ServerOptions options = new ServerOptions(
                "0.0.0.0", 0, List.of(), folder, 1000, false, new SignIn(Optional.empty()), Models.none());
        Authoring authoring = Authoring.of("", Optional.empty(), ConfigurationPlace.packaged("demo", folder), false);
        assertThatThrownBy(() -> WebServer.start(Variants.only(FixtureWorkspace.withData(), authoring), options))
                .isInstanceOf(UserException.class)
                .hasMessage("Whoever can reach 0.0.0.0 would see all data. Set a password in the environment variable"
                        + " CDHDASHBOARD_PASSWORD, or listen on 127.0.0.1 and put a proxy with a sign-in before it");
    }
}
