package com.cdhdashboard.app.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.fixture.FixtureWorkspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that is sent again is the one that was sent first. */
class ResponseCacheTest {
    private final FixtureWorkspace workspace = FixtureWorkspace.withData();
    private final HttpClient client = HttpClient.newHttpClient();
    private Optional<Site> site = Optional.empty();

    @BeforeEach
    void open(@TempDir Path folder) {
        site = Optional.of(new Site(workspace, folder, 1000));
    }

    @AfterEach
    void close() {
        site.ifPresent(Site::close);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        URI address = URI.create(site.orElseThrow().url() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }

    private static String plain(HttpResponse<byte[]> answer) {
        if (answer.headers().firstValue("Content-Encoding").isEmpty()) {
            return new String(answer.body(), UTF_8);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anAnswerThatWaitsForModelsIsHeldByNobody() throws Exception {
        assertThat(get("/api/v1/reports/empty").headers().firstValue("Cache-Control"))
                .contains("no-cache, private");
        for (int i = 0; i < 2; i++) {
            assertThat(get("/api/v1/reports/empty?cancelled=yes").headers().firstValue("Cache-Control"))
                    .contains("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard",
                "/dashboard.json?filter.Channel=Web",
                "/reports/ctr_daily",
                "/reports/ctr_daily.json",
                "/api/v1/reports/ctr_daily?format=figure",
                "/api/v1/metrics/engagement?group_by=Channel"
            })
    void isTheSameCompressedOrNotFirstOrLater(String path) throws Exception {
        HttpResponse<byte[]> first = get(path);
        HttpResponse<byte[]> later = get(path);
        HttpResponse<byte[]> compressed = get(path, "Accept-Encoding", "gzip");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).isNotEmpty().isEqualTo(later.body());
        assertThat(first.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(plain(compressed)).isEqualTo(plain(first));
        for (String name : new String[] {"Content-Type", "ETag", "Cache-Control", "Content-Security-Policy", "Vary"}) {
            assertThat(later.headers().firstValue(name))
                    .as(name)
                    .isPresent()
                    .isEqualTo(first.headers().firstValue(name));
        }
    }

    @Test
    void dependsOnThemeAndData() throws Exception {
        String light = plain(get("/dashboard"));
        String dark = plain(get("/dashboard", "Cookie", "theme=dark"));
        assertThat(dark).contains("dark").isNotEqualTo(light);
        assertThat(plain(get("/dashboard"))).isEqualTo(light);
        workspace.changeData();
        assertThat(plain(get("/dashboard"))).isNotEqualTo(light);
    }

    @Test
    void isNeverARefusalOrAFile() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(get("/api/v1/metrics/engagement?group_by=Colour").statusCode())
                    .isEqualTo(400);
            assertThat(get("/reports/ctr_daily.csv").headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"click-through-rate-by-day-and-channel-2025-01-11.csv\"");
        }
    }
}
