package com.cdhdashboard.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultTest {
    private static final Machine MACHINE = new Machine(2, 8192, "JDK 17", "Linux");

    @Test
    void theTableIsAlignedAndSaysByHowMuchATargetIsMissed() {
        assertThat(result().lines(MACHINE))
                .containsExactly(
                        "import on 2 cores, 8,192 MB, JDK 17, Linux",
                        "rows: 600000; runs: 3",
                        "floor: reading alone",
                        "measured     value    unit    floor  ratio      target         verdict   min",
                        "---------  -------  ------  -------  -----  ----------  --------------  ----",
                        "rate       120,000  rows/s  480,000   0.25  >= 150,000  missed by 20 %     -",
                        "whole run     5.00       s        -      -     <= 6.00             met  4.50");
    }

    @Test
    void aLineOfJsonHoldsEverythingUnrounded() {
        assertThat(result().json(MACHINE, "2026-01-01T00:00:00Z"))
                .isEqualTo("{\"benchmark\":\"import\",\"time\":\"2026-01-01T00:00:00Z\",\"machine\":{\"cores\":2,"
                        + "\"memory_mb\":8192,\"jdk\":\"JDK 17\",\"system\":\"Linux\"},\"facts\":{\"rows\":600000,"
                        + "\"runs\":3},\"floor\":\"reading alone\",\"results\":[{\"what\":\"rate\","
                        + "\"unit\":\"rows/s\",\"value\":120000.0,\"floor\":480000.0,\"ratio\":0.25,"
                        + "\"target\":150000.0,\"met\":false,\"details\":{}},{\"what\":\"whole run\",\"unit\":\"s\","
                        + "\"value\":5.0,\"floor\":null,\"ratio\":null,\"target\":6.0,\"met\":true,"
                        + "\"details\":{\"min\":4.5}}]}");
    }

    @Test
    void aFloorOfZeroHasNoRatio() {
        assertThat(Measurement.of("a", Unit.SECONDS, 1).withFloor(0).ratio()).isEmpty();
    }

    @Test
    void aTargetReachedExactlyIsMet() {
        assertThat(Target.atMost(100).verdict(100)).isEqualTo("met");
        assertThat(Target.atMost(100).verdict(100.1)).isEqualTo("missed by 1 %");
        assertThat(Target.atLeast(100).verdict(100)).isEqualTo("met");
        assertThat(Target.atLeast(100).verdict(Double.NaN)).isNotEqualTo("met");
    }

    private static Result result() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rows", 600_000);
        facts.put("runs", 3);
        return new Result(
                "import",
                facts,
                Optional.of("reading alone"),
                List.of(
                        Measurement.of("rate", Unit.ROWS_PER_SECOND, 120_000)
                                .withFloor(480_000)
                                .withTarget(Target.atLeast(150_000)),
                        Measurement.of("whole run", Unit.SECONDS, 5)
                                .withTarget(Target.atMost(6))
                                .withDetail("min", 4.5)));
    }
}
