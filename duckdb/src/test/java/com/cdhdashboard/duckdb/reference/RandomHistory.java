package com.cdhdashboard.duckdb.reference;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Random interactions with all that may trip a roll-up: missing and empty values, texts that look like missing ones,
 * repeats, late outcomes, scores that tie. No two rows are answered at one time, but for copies.
 */
public final class RandomHistory {
    /** No outcome comes later than so many days after its decision, to the second. */
    public static final int LATE_DAYS = 4;

    /** What stands for a missing or empty placement or experiment. */
    public static final String DEFAULT = "N/A";

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 3, 25);
    private static final int DAYS = 10;
    private static final DateTimeFormatter PEGA =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS 'GMT'", Locale.ROOT);
    private static final String[] TEXTS = {null, "", "Web", "Mobile", "NaN", "null", "(missing)", "it's \"ü\"", "%"};
    private static final String[] OUTCOMES = {
        "Impression", "Impression", "Impression", "Pending", "Clicked", "Clicked", "Conversion", "NaN", "", null
    };
    private static final String[] PLACEMENTS = {null, "", "Top", DEFAULT};
    private static final String[] NAMES = {"Gold", "Silver", "Car loan", "Home", "", null};
    private static final String[][] ARMS = {
        {DEFAULT, "Control"}, {"Colour", "Control", "Test", "", null}, {"NaN", "b", "CONTROL", "c"}, {"Size", "S", "M"}
    };
    private static final double[] LEVELS = {0, 0.005, 0.05, 0.2, 1};

    private final Random random;
    private final List<HistoryRow> rows = new ArrayList<>();

    public RandomHistory(long seed, int interactions) {
        this.random = new Random(seed);
        for (int i = 0; i < interactions; i++) {
            addInteraction("i" + i / 2);
        }
    }

    public List<HistoryRow> rows() {
        return List.copyOf(rows);
    }

    private void addInteraction(String id) {
        LocalDate decided = FIRST_DAY.plusDays(random.nextInt(DAYS));
        Map<String, @Nullable Object> interaction = new LinkedHashMap<>();
        interaction.put("InteractionID", id);
        interaction.put("Issue", "Sales");
        interaction.put("Group", oneOf(TEXTS));
        interaction.put("Name", oneOf(NAMES));
        interaction.put("Rank", 1L + random.nextInt(3));
        for (int row = 1 + random.nextInt(4); row > 0; row--) {
            addRow(interaction, decided);
            if (random.nextInt(20) == 0) {
                rows.add(rows.get(rows.size() - 1));
            }
        }
    }

    private void addRow(Map<String, @Nullable Object> interaction, LocalDate decidedOn) {
        // 7919 is prime, so that no second of the day comes twice
        LocalDateTime answered =
                decidedOn.plusDays(random.nextInt(LATE_DAYS)).atStartOfDay().plusSeconds(rows.size() * 7919L % 86_400);
        @Nullable
        LocalDateTime decided = random.nextInt(12) == 0
                ? null
                : decidedOn.atStartOfDay().plus(Duration.ofMillis(random.nextInt(86_400_000)));
        Map<String, @Nullable Object> raw = new LinkedHashMap<>(interaction);
        raw.put("OutcomeTime", PEGA.format(answered));
        raw.put("DecisionTime", decided == null ? null : PEGA.format(decided));
        raw.put("Outcome", oneOf(OUTCOMES));
        raw.put("Channel", oneOf(TEXTS));
        raw.put("Placement", oneOf(PLACEMENTS));
        raw.put("Tier", random.nextInt(5) == 0 ? null : (Long) (long) random.nextInt(4));
        raw.put("Known", random.nextInt(5) == 0 ? null : (Boolean) random.nextBoolean());
        raw.put("SubjectID", random.nextInt(10) == 0 ? oneOf(null, "") : "C" + random.nextInt(4));
        raw.put("Propensity", score());
        raw.put("FinalPropensity", random.nextInt(6) == 0 ? null : (Double) (random.nextInt(3) / 10.0));
        raw.put("Amount", random.nextInt(6) == 0 ? null : (Double) (1000 + 10 * random.nextGaussian()));
        String[] arms = ARMS[random.nextInt(ARMS.length)];
        raw.put("Experiment", random.nextInt(15) == 0 ? oneOf(null, "") : arms[0]);
        raw.put("Arm", arms[1 + random.nextInt(arms.length - 1)]);
        rows.add(prepared(raw, answered, decided));
    }

    private @Nullable String oneOf(@Nullable String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    /** Numbers, numbers as texts, and what is not a number. */
    private @Nullable Object score() {
        double level = random.nextBoolean() ? LEVELS[random.nextInt(LEVELS.length)] : random.nextDouble() / 5;
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> "";
            case 2 -> "NaN";
            case 3 -> "Infinity";
            case 4, 5 -> String.valueOf(level);
            default -> level;
        };
    }

    private static HistoryRow prepared(
            Map<String, @Nullable Object> raw, LocalDateTime answered, @Nullable LocalDateTime decided) {
        Map<String, @Nullable Object> prepared = new LinkedHashMap<>(raw);
        LocalDate day = answered.toLocalDate();
        prepared.put("OutcomeTime", answered);
        prepared.put("DecisionTime", decided);
        prepared.put("Day", day);
        prepared.put("Month", day.toString().substring(0, 7));
        prepared.put("Year", (long) day.getYear());
        prepared.put("Quarter", day.getYear() + "_Q" + (day.getMonthValue() + 2) / 3);
        prepared.put(
                "ResponseTime",
                decided == null
                        ? null
                        : (Long) (Duration.between(decided, answered).toMillis() / 1000));
        for (String column : List.of("Placement", "Experiment")) {
            if (Arrays.asList(null, "").contains(raw.get(column))) {
                prepared.put(column, DEFAULT);
            }
        }
        prepared.put("Propensity", finite(raw.get("Propensity")));
        return new HistoryRow(raw, prepared);
    }

    private static @Nullable Double finite(@Nullable Object score) {
        if (score == null || score.equals("")) {
            return null;
        }
        double number = Double.parseDouble(score.toString());
        return Double.isFinite(number) ? number : null;
    }
}
