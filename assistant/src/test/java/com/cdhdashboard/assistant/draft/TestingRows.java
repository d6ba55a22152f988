package com.cdhdashboard.assistant.draft;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small exports, each with a trait that drafts have to deal with. Seeded. */
enum TestingRows {
    PLAIN(300) {
        @Override
        Map<String, Object> row(int i, Random random) {
            Map<String, Object> row = interaction(i, random, "Impression", "Clicked", "Pending", "Conversion");
            row.put("pyDirection", i % 3 == 0 ? "Outbound" : "Inbound");
            row.put("Propensity", random.nextInt(1000) / 1000.0);
            row.put("Revenue", random.nextInt(90));
            row.put("ModelControlGroup", i % 5 == 0 ? "Control" : "Test");
            row.put("CustomerTier", "Tier " + random.nextInt(3));
            row.put("ExperimentName", "Colours");
            row.put("ExperimentGroup", i % 2 == 0 ? "A" : "B");
            return row;
        }
    },
    /** No field is called as Pega calls it but those that rows need. */
    RENAMED(200) {
        @Override
        Map<String, Object> row(int i, Random random) {
            Map<String, Object> row = interaction(i, random, "Shown", "Click-Through", "Not interested", "Puzzling");
            row.remove("pyChannel");
            row.put("TouchPoint", List.of("App", "Site", "Shop").get(random.nextInt(3)));
            row.put("BasketSize", random.nextInt(500));
            return row;
        }
    },
    ONLY_CONVERSIONS(60) {
        @Override
        Map<String, Object> row(int i, Random random) {
            Map<String, Object> row = interaction(i, random, "Purchased");
            row.put("Revenue", random.nextInt(90));
            return row;
        }
    },
    ONLY_HOLDINGS(60) {
        @Override
        Map<String, Object> row(int i, Random random) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("HoldingID", "H" + i);
            row.put("CustomerID", "C" + i % 20);
            row.put("OneTimeCost", 10 + random.nextInt(90));
            row.put("PurchasedDate", String.format(Locale.ROOT, "2024-%02d-%02d", 1 + i % 12, 1 + i % 28));
            row.put("ControlGroup", i % 2 == 0 ? "Test" : "Control");
            return row;
        }
    },
    ALL_TEXT(120) {
        @Override
        Map<String, Object> row(int i, Random random) {
            Map<String, Object> row = interaction(i, random, "Impression", "Accepted");
            row.put("Propensity", String.valueOf(random.nextInt(1000) / 1000.0));
            row.put("pxRank", "1");
            return row;
        }
    },
    ONE_ROW(1) {
        @Override
        Map<String, Object> row(int i, Random random) {
            return interaction(i, random, "Clicked");
        }
    },
    NO_OUTCOME(80) {
        @Override
        Map<String, Object> row(int i, Random random) {
            Map<String, Object> row = interaction(i, random, "");
            row.remove("pyOutcome");
            row.put("Priority", random.nextInt(1000));
            return row;
        }
    },
    TWO_TIMES(40) {
        @Override
        Map<String, Object> row(int i, Random random) {
            Map<String, Object> row = OTHER_TIME.row(i, random);
            row.put("BookedTime", row.get("EventTime"));
            return row;
        }
    },
    OTHER_TIME(40) {
        @Override
        Map<String, Object> row(int i, Random random) {
            Map<String, Object> row = interaction(i, random, "Clicked", "Impression");
            row.put("EventTime", row.get("pxOutcomeTime"));
            row.remove("pxOutcomeTime");
            row.remove("pxDecisionTime");
            return row;
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int rows;

    TestingRows(int rows) {
        this.rows = rows;
    }

    abstract Map<String, Object> row(int i, Random random);

    boolean ofHoldings() {
        return this == ONLY_HOLDINGS;
    }

    Path file(Path folder) throws IOException {
        Random random = new Random(rows);
        Stream<String> lines = IntStream.range(0, rows).mapToObj(i -> line(row(i, random)));
        return Files.write(folder.resolve(name().toLowerCase(Locale.ROOT) + ".json"), lines.toList());
    }

    private static String line(Map<String, Object> row) {
        try {
            return JSON.writeValueAsString(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> interaction(int i, Random random, String... outcomes) {
        String day = String.format(Locale.ROOT, "202403%02d", 1 + i % 9);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("pxInteractionID", "i" + i);
        row.put("pySubjectID", "C" + i % 30);
        row.put("pyChannel", new ArrayList<>(List.of("Web", "Mobile", "Email")).get(random.nextInt(3)));
        row.put("pyIssue", i % 2 == 0 ? "Sales" : "Service");
        row.put("pyGroup", List.of("Cards", "Loans").get(random.nextInt(2)));
        row.put("pyName", "Offer " + random.nextInt(5));
        row.put("pxRank", 1);
        row.put("pyOutcome", outcomes[random.nextInt(outcomes.length)]);
        row.put("pxDecisionTime", day + "T100000.000 GMT");
        row.put("pxOutcomeTime", day + "T110000.000 GMT");
        return row;
    }
}
