package com.cdhdashboard.app.sample;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Writes outcomes as rows of the interaction history, and does to them what happens on the way to a file: a few arrive
 * a day late, a few twice, and a few are sent again with a later time.
 */
final class InteractionRows {
    /** The columns of a row in order, with the types they have in a typed file; times stay text, as Pega has them. */
    static final List<Column> COLUMNS = columns();

    private static final long DAY = 86_400_000L;
    private static final long FIRST_INTERACTION = 3_586_780_626_000_000_000L;
    private static final long FIRST_FACT = 1_000_000_000_000_000L;

    private final Customers customers;
    private final DayFiles files;
    private final SplittableRandom random;
    private final JsonLine line = new JsonLine();
    private long facts;

    InteractionRows(Customers customers, DayFiles files, SplittableRandom random) {
        this.customers = customers;
        this.files = files;
        this.random = random;
    }

    void write(Offer offer, Outcome outcome) throws IOException {
        format(offer, outcome);
        long day = Math.floorDiv(outcome.time(), DAY);
        double fate = random.nextDouble();
        boolean late = fate < 0.005 && day < files.lastDay();
        files.put(late ? day + 1 : day, line);
        if (fate > 0.99) {
            files.put(day, line);
        } else if (fate > 0.985) {
            files.put(day + 1, line);
        } else if (fate > 0.982) {
            Outcome again = outcome.later(60_000 + random.nextLong(DAY));
            format(offer, again);
            files.put(Math.floorDiv(again.time(), DAY), line);
        }
    }

    private void format(Offer offer, Outcome outcome) {
        Visit visit = offer.visit();
        line.clear().text("{\"pxInteractionID\":\"-");
        line.number(FIRST_INTERACTION + visit.number(), 19);
        customer("\",\"pySubjectID\":\"C-", visit.customer());
        customer("\",\"CustomerID\":\"C-", visit.customer()).text("\",");
        line.add(customers.typeJson(visit.customer()));
        line.add(visit.place().json()).add(offer.action().json());
        line.text("\"pyTreatment\":\"").text(visit.place().spot().channel());
        line.text("_").number(1 + Math.floorMod(visit.number(), 3L), 1);
        line.text("\",\"pxRank\":").number(offer.rank(), 1);
        scores(offer.scores());
        line.add(armJson(offer)).add(visit.model().json());
        line.add(visit.circumstances().arm().json());
        line.text("\"pxDecisionTime\":").time(visit.time());
        outcome(outcome);
        line.text(",\"pxFactID\":\"").number(FIRST_FACT + facts++, 16).text("\"}\n");
    }

    private JsonLine customer(String before, int customer) {
        return line.text(before).number(Customers.id(customer), 6);
    }

    private Fragment armJson(Offer offer) {
        return offer.visit().model() == Model.NONE
                ? Customers.EMPTY_ARM
                : customers.armJson(offer.visit().customer());
    }

    private void scores(Offer.Scores scores) {
        optional(",\"pyPropensity\":", scores.propensity());
        optional(",\"FinalPropensity\":", scores.finalPropensity());
        optional(",\"pxPriority\":", scores.priority());
        line.text(",");
    }

    private void outcome(Outcome outcome) {
        line.text(",\"ConversionEventID\":\"").text(outcome.eventId()).text("\"");
        optional(",\"Revenue\":", outcome.revenue() < 0 ? -1 : outcome.revenue() * 10_000);
        line.text(",\"pyOutcome\":\"").text(outcome.label());
        line.text("\",\"pxOutcomeTime\":").time(outcome.time());
    }

    private void optional(String before, long micros) {
        line.text(before);
        if (micros < 0) {
            line.text("null");
        } else {
            line.decimal(micros);
        }
    }

    private static List<Column> columns() {
        Stream<String> names = Arrays.stream(("pxInteractionID pySubjectID CustomerID CustomerType pyChannel"
                        + " pyDirection Placement PlacementType pyIssue pyGroup pyName pyLabel Product ModelType"
                        + " pyTreatment pxRank pyPropensity FinalPropensity pxPriority ModelControlGroup"
                        + " HoldOutActionGroup PropensitySource ModelCategory ExperimentName ExperimentGroup"
                        + " pxDecisionTime"
                        + " ConversionEventID Revenue pyOutcome pxOutcomeTime pxFactID")
                .split(" "));
        List<String> numbers = List.of("pyPropensity", "FinalPropensity", "pxPriority", "Revenue");
        return names.map(name -> Column.dimension(
                        name,
                        name.equals("pxRank")
                                ? ValueType.INTEGER
                                : numbers.contains(name) ? ValueType.NUMBER : ValueType.TEXT))
                .toList();
    }
}
