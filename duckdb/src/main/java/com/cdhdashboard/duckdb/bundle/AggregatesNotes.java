package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.config.Family;
import java.util.List;

/** What has to be known of numbers that the Python dashboard has counted, which defines some of them otherwise. */
final class AggregatesNotes {
    static final String OF_ALL =
            "these aggregates were counted by the Python dashboard, which keeps every row of the winning"
                    + " outcome of an interaction and not one, counts repeats and late outcomes of other files again, and gives no"
                    + " default to empty texts";

    private AggregatesNotes() {}

    /** Of one metric. */
    static List<String> of(Family family) {
        return switch (family) {
            case ENGAGEMENT -> List.of(BEGIN + "an interaction counts with each of its winning rows");
            case CONVERSION ->
                List.of(
                        BEGIN
                                + "cells without a negative were left out with their revenue; each positive row counts as a conversion of"
                                + " its own, as touchpoints of the file are counted for every row and cannot be parted by event");
            case EXPERIMENT -> List.of(BEGIN + "cells without a positive or without a negative were left out");
            case MODEL_ML_SCORES ->
                List.of(BEGIN
                        + "groups without a positive were left out; areas and average precision follow from t-digests, whose"
                        + " error has no bound where scores repeat; personalization and novelty of groups cannot be put together"
                        + " and are not shown");
            case DESCRIPTIVE ->
                List.of(
                        BEGIN
                                + "quantiles follow from t-digests: ranks are off by up to 0.005, and by more where values repeat");
            case CLV -> List.of();
        };
    }

    private static final String BEGIN = "counted by the Python dashboard: ";
}
