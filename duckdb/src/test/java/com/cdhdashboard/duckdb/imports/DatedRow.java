package com.cdhdashboard.duckdb.imports;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** A row of a made-up history, with nothing but what days and matching depend on. */
record DatedRow(
        int interaction, String outcome, Optional<LocalDateTime> decided, LocalDateTime answered, String event) {
    static final String IMPRESSION = "Impression";
    static final String CLICKED = "Clicked";
    static final String CONVERSION = "Conversion";

    private static final ObjectMapper JSON = new ObjectMapper();

    DatedRow {
        requireNonNull(outcome, "outcome");
        requireNonNull(decided, "decided");
        requireNonNull(answered, "answered");
        requireNonNull(event, "event");
    }

    String channel() {
        return interaction % 3 == 0 ? "Mobile" : "Web";
    }

    double revenue() {
        return outcome.equals(CONVERSION) ? 10 + interaction % 7 : 0;
    }

    /** On which it counts where days begin by this zone. */
    LocalDate day(ZoneId zone) {
        return answered.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDate();
    }

    /** When it was decided, as far as is known. */
    LocalDateTime decidedOrAnswered() {
        return decided.orElse(answered);
    }

    /** As a line of an export; times as text, to the microsecond. */
    String json() {
        ObjectNode row = JSON.createObjectNode();
        row.put("pxInteractionID", "I" + interaction);
        row.put("pySubjectID", "C" + interaction % 5);
        row.put("pyChannel", channel());
        row.put("pyIssue", "Sales");
        row.put("pyGroup", "Cards");
        row.put("pyName", "Gold");
        row.put("pxRank", 1);
        row.put("pyOutcome", outcome);
        row.put("pxDecisionTime", decided.map(DatedRow::text).orElse(null));
        row.put("pxOutcomeTime", text(answered));
        row.put("ModelControlGroup", "Test");
        row.put("ConversionEventID", event);
        row.put("Revenue", revenue());
        return row.toString();
    }

    private static String text(LocalDateTime time) {
        return time + (time.getSecond() == 0 && time.getNano() == 0 ? ":00Z" : "Z");
    }
}
