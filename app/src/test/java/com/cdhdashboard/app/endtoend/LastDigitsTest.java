package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Command line and API write the same digits of every number, to the last. */
class LastDigitsTest {
    private static final ObjectMapper EXACT =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @TempDir
    private Path temporary;

    /** A question to a metric; filters of one value each. */
    private record Asked(String metric, List<String> groupBy, Map<String, List<String>> filters, Optional<String> of) {
        static Asked of(String metric, String... groupBy) {
            return new Asked(metric, List.of(groupBy), Map.of(), Optional.empty());
        }

        Asked where(String dimension, String... values) {
            return new Asked(metric, groupBy, Map.of(dimension, List.of(values)), of);
        }

        String path() {
            StringBuilder path = new StringBuilder("/api/v1/metrics/" + metric + "?group_by=");
            path.append(HttpApi.encode(String.join(",", groupBy)));
            filters.forEach((name, values) -> values.forEach(value -> path.append("&filter.")
                    .append(HttpApi.encode(name))
                    .append('=')
                    .append(HttpApi.encode(value))));
            of.ifPresent(property -> path.append("&property=").append(HttpApi.encode(property)));
            return path.toString();
        }

        Object[] options() {
            List<Object> options = new ArrayList<>();
            if (!groupBy.isEmpty()) {
                options.addAll(List.of("--group-by", String.join(",", groupBy)));
            }
            filters.forEach(
                    (name, values) -> options.addAll(List.of("--filter", name + "=" + String.join(",", values))));
            of.ifPresent(property -> options.addAll(List.of("--property", property)));
            return options.toArray();
        }
    }

    @Test
    void ofTheOracle() throws Exception {
        Path oracle = TestData.path("ih", "oracle");
        CaseStore store = CaseStore.in(temporary.resolve("data"), oracle.resolve("oracle.toml"));
        assertThat(store.importing(oracle).code()).isZero();
        assertSame(
                store,
                ExpectedView.read(oracle.resolve("expected.json")).stream()
                        .map(view -> new Asked(view.metric(), view.groupBy(), view.filters(), view.property()))
                        .toList());
    }

    @Test
    void ofTheDemo() throws Exception {
        Path configuration = Path.of("demo");
        Path data = temporary.resolve("data");
        DemoExport.make(temporary.resolve("export"), "zip").importInto(data, configuration);
        assertSame(
                CaseStore.in(data, configuration),
                Stream.of(
                                "engagement",
                                "engagement_first",
                                "conversion",
                                "experiment",
                                "model_ml_scores",
                                "descriptive")
                        .flatMap(metric -> Stream.of(
                                Asked.of(metric),
                                Asked.of(metric, "Channel"),
                                Asked.of(metric, "Month", "Channel"),
                                Asked.of(metric, "Month").where("Channel", "Web", "Mobile")))
                        .toList());
    }

    /** An engine opens a store only once in a process, so all is asked of the command line first. */
    private static void assertSame(CaseStore store, List<Asked> questions) throws Exception {
        Map<Asked, JsonNode> answers = new LinkedHashMap<>();
        for (Asked asked : questions) {
            answers.put(asked, EXACT.readTree(answer(store, asked)));
        }
        try (InstalledProgram.Server server = InstalledProgram.serve(store.configuration(), store.data(), List.of())) {
            HttpApi api = new HttpApi(server.url());
            for (Asked asked : questions) {
                assertThat(EXACT.readTree(api.get(asked.path()).body()))
                        .as("%s", asked)
                        .isNotEmpty()
                        .isEqualTo(answers.get(asked));
            }
        }
    }

    private static String answer(CaseStore store, Asked asked) {
        List<Object> line = new ArrayList<>(List.of(
                "query",
                asked.metric(),
                "--config",
                store.configuration().orElseThrow(),
                "--data",
                store.data(),
                "--format",
                "json"));
        Collections.addAll(line, asked.options());
        InstalledProgram.Outcome answer = InstalledProgram.run(line.toArray());
        assertThat(answer.code()).as(answer.err()).isZero();
        return answer.out();
    }
}
