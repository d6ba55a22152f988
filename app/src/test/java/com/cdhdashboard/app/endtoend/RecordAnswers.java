package com.cdhdashboard.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes what the API and the twins of pages answer for the demo and for the oracle export, one file an address, into the
 * folder of the system property {@code answers}: recorded before and after a change that must change no number, two
 * folders are compared. The script {@code bench/answers} runs it; its name does not end in Test, so that no build does.
 */
class RecordAnswers {
    private static final Path ANSWERS = Path.of(System.getProperty("answers", "answers"));
    private static final int MOST_NAME = 120;
    private static final Pattern LONG_FRACTION = Pattern.compile("\\d+\\.\\d{4,}(E-?\\d+)?");
    private static final MathContext DIGITS = new MathContext(12);

    @Test
    void ofTheDemo(@TempDir Path folder) throws Exception {
        Path demo = Path.of("demo");
        run("sample", folder.resolve("export"));
        run("import", "--config", demo, "--data", folder.resolve("data"), folder.resolve("export/interactions"));
        run("import", "--config", demo, "--data", folder.resolve("data"), folder.resolve("export/holdings"));
        record("demo", demo, folder.resolve("data"));
    }

    @Test
    void ofTheOracle(@TempDir Path folder) throws Exception {
        Path oracle = TestData.path("ih/oracle/oracle.toml");
        run("import", "--config", oracle, "--data", folder.resolve("data"), TestData.path("ih/oracle"));
        record("oracle", oracle, folder.resolve("data"));
    }

    private static void record(String name, Path configuration, Path data) throws Exception {
        Path into = Files.createDirectories(ANSWERS.resolve(name));
        List<String> metrics = new ArrayList<>();
        try (InstalledProgram.Server server = InstalledProgram.serve(Optional.of(configuration), data, List.of(data))) {
            HttpApi api = new HttpApi(server.url());
            for (String path : addresses(api)) {
                keep(into, path, api);
            }
            api.json("/api/v1/metrics")
                    .forEach(metric -> metrics.add(metric.get("name").textValue()));
        }
        for (String metric : metrics) {
            InstalledProgram.Outcome answer =
                    run("query", "--config", configuration, "--data", data, metric, "--format", "json");
            Files.writeString(into.resolve("query " + metric), lasting(answer.out()), UTF_8);
        }
    }

    private static Set<String> addresses(HttpApi api) throws Exception {
        Set<String> addresses = new LinkedHashSet<>(List.of("/dashboard.json", "/api/v1/metrics", "/api/v1/reports"));
        for (JsonNode metric : api.json("/api/v1/metrics")) {
            String name = metric.get("name").textValue();
            addresses.add("/api/v1/metrics/" + name);
            metric.path("dimensions")
                    .forEach(dimension ->
                            addresses.add("/api/v1/metrics/" + name + "?by=" + HttpApi.encode(dimension.asText())));
            if (metric.get("family").textValue().equals("clv")) {
                addresses.add("/customers/" + name + ".json");
            }
        }
        for (JsonNode report : api.json("/api/v1/reports")) {
            String page = report.get("page").textValue();
            addresses.add("/api/v1/reports/" + report.get("key").textValue());
            for (String choice : choices(api.page(page))) {
                addresses.add(page + ".json" + choice);
                addresses.add(page + ".csv" + choice);
            }
        }
        return addresses;
    }

    /** No choice, and each option of each control that is a list, taken alone. */
    private static List<String> choices(Document page) {
        List<String> choices = new ArrayList<>(List.of(""));
        for (Element control : page.select("select[name]")) {
            for (Element option : control.select("option[value]")) {
                choices.add("?" + HttpApi.encode(control.attr("name")) + "=" + HttpApi.encode(option.attr("value")));
            }
        }
        return choices;
    }

    private static void keep(Path into, String path, HttpApi api) throws IOException, InterruptedException {
        if (path.startsWith("/clv/") && path.contains(".json")) {
            api.fitted(path);
        }
        HttpResponse<String> answer = api.get(path);
        String name = path.substring(1).replaceAll("[/?&]", " ");
        String shortened = name.length() <= MOST_NAME ? name : name.substring(0, MOST_NAME) + " " + name.hashCode();
        Files.writeString(
                into.resolve(shortened), path + "\n" + answer.statusCode() + "\n" + lasting(answer.body()), UTF_8);
    }

    /** Without what every import makes anew, and without the last digits of sums, which go by how threads divided the rows. */
    private static String lasting(String answer) {
        return LONG_FRACTION
                .matcher(answer.replaceAll("\"data_version\":\"[^\"]+\",?", ""))
                .replaceAll(number -> new BigDecimal(number.group())
                        .round(DIGITS)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    private static InstalledProgram.Outcome run(Object... command) {
        InstalledProgram.Outcome outcome = InstalledProgram.run(command);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return outcome;
    }
}
