package com.cdhdashboard.app.sample;

import static com.cdhdashboard.app.sample.Fragment.member;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws how customers react to what they are offered: at once, some days later, or never. */
final class Reactions {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** A prediction that a customer stays, which is no offer at all and which no metric lists. */
    private static final Action CHURN = new Action(
            Action.Group.LOYALTY,
            0,
            0,
            0,
            Fragment.of(member("pyIssue", "")
                    + member("pyGroup", "")
                    + member("pyName", "Churn")
                    + member("pyLabel", "Churn")
                    + member("Product", null)
                    + member("ModelType", "")));

    private static final Place NOWHERE = new Place(
            new Place.Spot(Place.Kind.OTHER, "", "", ""),
            0,
            0,
            0,
            Fragment.of(member("pyChannel", "")
                    + member("pyDirection", "")
                    + member("Placement", "")
                    + member("PlacementType", "")));

    private final InteractionRows rows;
    private final SplittableRandom random;

    Reactions(InteractionRows rows, SplittableRandom random) {
        this.rows = rows;
        this.random = random;
    }

    /**
     * All offers of one interaction are shown, and perhaps clicked.
     *
     * @param maySell whether a purchase may follow at once; not where the visit is one of several
     */
    void to(List<Offer> offers, boolean maySell) throws IOException {
        for (Offer offer : offers) {
            long shown = show(offer);
            if (random.nextDouble() < offer.chance()) {
                clicked(offers, offer, shown, maySell);
            } else if (maySell && random.nextDouble() < 0.0015) {
                purchase(List.of(offer), shown);
            }
        }
    }

    /** One purchase, some time after {@code since}, put down to all of these offers; the last carries the revenue. */
    void purchase(List<Offer> offers, long since) throws IOException {
        Visit last = offers.get(offers.size() - 1).visit();
        long time = since + 10 * MINUTE + waiting(1.3 * DAY);
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofEpochDay(Math.floorDiv(time, DAY)));
        boolean recorded = random.nextDouble() < 0.96;
        String id = recorded ? "EV-" + Customers.id(last.customer()) + "-" + day + "-" + last.number() % 10_000 : "";
        for (int i = 0; i < offers.size(); i++) {
            Offer offer = offers.get(i);
            int usual = offer.action().revenue();
            long cents = i == offers.size() - 1 ? (long) (usual * (0.5 + random.nextDouble())) : 0;
            rows.write(offer, new Outcome("Conversion", time, id, cents));
        }
    }

    /** The customer is predicted to stay. */
    void stays(Visit visit) throws IOException {
        Visit.Circumstances none =
                new Visit.Circumstances(NOWHERE, Model.NONE, Experiment.MISSING.armOf(visit.customer()));
        Visit prediction = new Visit(visit.number(), visit.customer(), none, visit.time());
        Offer churn = new Offer(prediction, CHURN, 9, new Offer.Scores(500_000, -1, -1), 0);
        rows.write(churn, Outcome.of("Loyal", visit.time() + 5 * MINUTE));
    }

    private long show(Offer offer) throws IOException {
        long shown = offer.visit().time() + 100 + random.nextLong(3 * SECOND);
        if (offer.visit().place().kind() != Place.Kind.MAIL) {
            rows.write(offer, Outcome.of("Impression", shown));
            return shown;
        }
        rows.write(offer, Outcome.of("Pending", shown));
        if (random.nextDouble() < 0.4) {
            shown += MINUTE + waiting(5.0 * HOUR);
            rows.write(offer, Outcome.of("Impression", shown));
        }
        return shown;
    }

    private void clicked(List<Offer> offers, Offer offer, long shown, boolean maySell) throws IOException {
        boolean sameSession = random.nextDouble() < 0.82;
        long click = shown + SECOND + (sameSession ? waiting(90.0 * SECOND) : HOUR + waiting(1.8 * DAY));
        rows.write(offer, Outcome.of("Clicked", click));
        if (maySell && random.nextDouble() < offer.action().conversion()) {
            purchase(touched(offers, offer), click);
        } else if (maySell) {
            rows.write(offer, Outcome.of("NoConversion", click + 3 * DAY));
        }
    }

    /** The offer, and sometimes another one of the same interaction that the purchase is also put down to. */
    private List<Offer> touched(List<Offer> offers, Offer clicked) {
        List<Offer> touched = new ArrayList<>();
        if (clicked.rank() > 1 && random.nextDouble() < 0.4) {
            touched.add(offers.get(0));
        }
        touched.add(clicked);
        return touched;
    }

    /** An exponential waiting time in milliseconds, cut at three weeks. */
    private long waiting(double mean) {
        return Math.min(21 * DAY, (long) (-mean * StrictMath.log(1 - random.nextDouble())));
    }
}
