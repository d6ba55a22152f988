package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.cli.ServerAddress;
import com.cdhdashboard.app.configuration.ConfigurationApply;
import com.cdhdashboard.app.imports.ImportJobs;
import com.cdhdashboard.app.imports.JobView;
import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Metrics that are added to data which were only ever uploaded. */
@Timeout(60)
class UploadsAppliedTest {
    private static final String TEXT = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*.zip"

            [metrics]
            global_filters = ["Channel"]

            [metrics.engagement]
            group_by = ["Day"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [holdings]
            file_type = "pega_ds_export"
            file_pattern = "**/product-holdings*"

            [metrics.clv]
            group_by = ["ControlGroup"]
            scores = ["lifetime_value"]
            customer_id_col = "CustomerID"
            """;
    private static final String MORE = TEXT + """

            [metrics.descriptive]
            group_by = ["Day"]
            columns = ["Propensity"]
            scores = ["Mean"]
            """;
    private static final String ANSWER = "/api/v1/metrics/descriptive?group_by=Day,Channel";

    @TempDir
    private static Path shared;

    private static List<Path> interactions = List.of();
    private static Path holdings = Path.of("");

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private Path data = Path.of("");

    @BeforeAll
    static void makeExport() throws IOException {
        InstalledProgram.Outcome made = InstalledProgram.run("sample", shared, "--days", 2, "--interactions", 60);
        assertThat(made.code()).as(made.err()).isZero();
        interactions = filesBelow(shared.resolve("interactions"));
        holdings = filesBelow(shared.resolve("holdings")).get(0);
    }

    @BeforeEach
    void writeConfiguration() throws IOException {
        file = Files.writeString(folder.resolve("ours.toml"), TEXT);
        data = folder.resolve("data");
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private List<String> kept() throws IOException {
        return filesBelow(data.resolve("uploads")).stream()
                .map(path -> path.getFileName().toString())
                .sorted()
                .toList();
    }

    private InstalledProgram.Server serve() {
        return InstalledProgram.serve(Optional.of(file), data, List.of());
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static ConfigurationApply apply(InstalledProgram.Server server) {
        return server.workspace().apply().orElseThrow();
    }

    private static void applyWithImport(InstalledProgram.Server server, String text) throws InterruptedException {
        try (ImportJobs jobs = new ImportJobs(() -> UploadsAppliedTest::noOther, Clock.systemUTC())) {
            ConfigurationApply apply = apply(server);
            assertThat(apply.apply(
                            new ConfigurationApply.Order(text, apply.served().hash(), false), jobs, served -> {}))
                    .isInstanceOf(ConfigurationApply.Outcome.Importing.class);
            while (jobs.current().orElseThrow().running()) {
                Thread.sleep(10);
            }
            assertThat(jobs.current().orElseThrow().state()).isEqualTo(JobView.State.DONE);
        }
    }

    private static ImportSummary noOther(ImportRequest request, ImportListener listener) {
        throw new AssertionError("nothing else is imported");
    }

    @Test
    void aMetricIsCountedFromUploadsLikeFromAFreshImport() throws IOException, InterruptedException {
        String counted;
        try (InstalledProgram.Server server = serve()) {
            Uploading upload = Uploading.to(server);
            upload.importing(interactions.toArray(Path[]::new));
        }
        // Another start of the server finds them as well
        try (InstalledProgram.Server server = serve()) {
            assertThat(kept())
                    .isEqualTo(
                            interactions.stream().map(UploadsAppliedTest::name).toList());
            applyWithImport(server, MORE);
            counted = new HttpApi(server.url()).get(ANSWER).body();
            assertThat(kept()).hasSameSizeAs(interactions);
        }
        Path fresh = folder.resolve("fresh");
        InstalledProgram.Outcome imported =
                InstalledProgram.run("import", "--config", file, "--data", fresh, shared.resolve("interactions"));
        assertThat(imported.code()).as(imported.err()).isZero();
        try (InstalledProgram.Server other = InstalledProgram.serve(Optional.of(file), fresh, List.of())) {
            assertThat(counted)
                    .contains("\"Propensity_Mean\"")
                    .isEqualTo(new HttpApi(other.url()).get(ANSWER).body());
        }
    }

    @Test
    void filesThatAreDeletedAreNamedAndComeBackByUpload() throws IOException, InterruptedException {
        try (InstalledProgram.Server server = serve()) {
            Uploading upload = Uploading.to(server);
            upload.importing(interactions.get(0));
            Document page = upload.http().page("/import");
            assertThat(page.select("#kept-uploads strong").text()).startsWith("1 uploaded file is kept, ");
            assertThat(upload.http()
                            .json("/import.json")
                            .at("/kept_uploads/bytes")
                            .asLong())
                    .isEqualTo(Files.size(interactions.get(0)));
            assertThat(apply(server).plan(MORE).missing()).isEmpty();

            assertThat(deletedFromElsewhere(upload)).isEqualTo(403);
            assertThat(kept()).hasSize(1);
            upload.post("/import/kept/delete", "");
            assertThat(kept()).isEmpty();
            assertThat(upload.http().page("/import").select("#kept-uploads")).isEmpty();
            assertThat(apply(server).plan(MORE).missing())
                    .singleElement()
                    .asString()
                    .startsWith(data.resolve("uploads/kept").toString())
                    .endsWith("/" + name(interactions.get(0)) + " (gone)");

            JsonNode job = upload.importing(interactions.get(0));
            assertThat(job.at("/files/0/status").asText()).isEqualToIgnoringCase("unchanged");
            assertThat(apply(server).plan(MORE).missing()).isEmpty();
            applyWithImport(server, MORE);
        }
    }

    private static int deletedFromElsewhere(Uploading upload) throws IOException, InterruptedException {
        return upload.http()
                .client()
                .send(
                        HttpRequest.newBuilder(URI.create(upload.http().url() + "/import/kept/delete"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(""))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void onlyWhatTheStoresWereMadeOfStays() throws IOException, InterruptedException {
        Path broken = Files.writeString(folder.resolve("broken.zip"), "PK no archive");
        Path other = Files.writeString(folder.resolve("other.json"), "{\"Weather\":\"fine\"}\n");
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("../../../escaped day?.zip", interactions.get(0));
        files.put("C:\\again\\escaped day?.zip", interactions.get(1));
        files.put("copy.zip", interactions.get(0));
        files.put("broken.zip", broken);
        files.put("other.json", other);
        files.put("holdings.zip", holdings);
        try (InstalledProgram.Server server = serve()) {
            Uploading upload = Uploading.to(server);
            upload.begin(files, "");
            JsonNode job = upload.awaitEnd();
            assertThat(FileLine.of(job)).hasSize(files.size());
            // Of two files of the same content the first by name counts
            assertThat(kept()).containsExactlyInAnyOrder("copy.zip", "2-escaped_day_.zip", "holdings.zip");
            assertThat(folder.resolve("escaped day?.zip")).doesNotExist();
        }
        Path left = data.resolve("uploads/kept/default");
        Files.writeString(left.resolve("unsettled"), "");
        Files.createDirectories(left.resolve("0".repeat(64)));
        Files.writeString(left.resolve("0".repeat(64)).resolve("killed.zip"), "half");
        try (InstalledProgram.Server server = serve()) {
            assertThat(kept()).containsExactlyInAnyOrder("copy.zip", "2-escaped_day_.zip", "holdings.zip");
            Uploading upload = Uploading.to(server);
            upload.begin(List.of(interactions.get(1)), "&remove=on&remove_confirmed=on");
            upload.awaitEnd();
            assertThat(kept()).containsExactlyInAnyOrder(name(interactions.get(1)), "holdings.zip");
        }
    }

    @Test
    void nothingStaysWhereUploadsAreDiscarded() throws IOException, InterruptedException {
        ServerAddress address =
                new ServerAddress("127.0.0.1", 0, data.resolve("uploads"), List.of(), Optional.empty(), false, true);
        try (InstalledProgram.Server server = InstalledProgram.serve(Optional.of(file), data, address)) {
            Uploading upload = Uploading.to(server);
            JsonNode job = upload.importing(interactions.get(0));
            assertThat(job.at("/files/0/status").asText()).isEqualToIgnoringCase("imported");
            for (int i = 0; i < 200 && !kept().isEmpty(); i++) {
                Thread.sleep(10);
            }
            assertThat(kept()).isEmpty();
            assertThat(apply(server).plan(MORE).missing()).hasSize(1);
        }
    }
}
