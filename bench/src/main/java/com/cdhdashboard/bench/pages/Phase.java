package com.cdhdashboard.bench.pages;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.bench.pages.Users.Answered;
import com.cdhdashboard.bench.process.Server;
import com.cdhdashboard.bench.result.Measurement;
import com.cdhdashboard.bench.result.Percentiles;
import com.cdhdashboard.bench.result.Target;
import com.cdhdashboard.bench.result.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What a server answered within some seconds.
 *
 * @param processorTime milliseconds the server used for each answer
 */
record Phase(String name, List<Answered> answered, double processorTime, Optional<Target> target) {
    Phase {
        requireNonNull(name, "name");
        answered = List.copyOf(answered);
        requireNonNull(target, "target");
    }

    /** Has the users click through the list until it ends or the time is up. */
    static Phase of(String name, Server server, Users users, List<Click> clicks, Duration time) {
        double before = server.processorMilliseconds();
        List<Answered> answered = users.click(clicks, time);
        double used = server.processorMilliseconds() - before;
        return new Phase(name, answered, answered.isEmpty() ? 0 : used / answered.size(), Optional.empty());
    }

    /** In milliseconds, of the 95th percentile. */
    Phase withTarget(Target other) {
        return new Phase(name, answered, processorTime, Optional.of(other));
    }

    int size() {
        return answered.size();
    }

    /** The same clicks in another order. */
    List<Click> again(Random random) {
        List<Click> clicks = new ArrayList<>();
        answered.forEach(one -> clicks.add(one.click()));
        Collections.shuffle(clicks, random);
        return clicks;
    }

    /** The times of all clicks and of each kind there is. */
    List<Measurement> times(Phase floor) {
        List<Measurement> measurements = new ArrayList<>();
        if (!answered.isEmpty()) {
            measurements.add(measurement("all", answered, floor));
        }
        for (Click.Kind kind : Click.Kind.values()) {
            List<Answered> ofKind =
                    answered.stream().filter(one -> one.click().kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                measurements.add(measurement(kind.label(), ofKind, floor));
            }
        }
        return measurements;
    }

    private Measurement measurement(String of, List<Answered> some, Phase floor) {
        Percentiles times = times(some);
        Measurement measurement = Measurement.of(name + ", " + of, Unit.MILLISECONDS, times.at(95))
                .withFloor(times(floor.answered).at(95))
                .withDetail("p50", times.at(50))
                .withDetail("p99", times.at(99))
                .withDetail("max", times.max())
                .withDetail("clicks", times.count());
        return target.map(measurement::withTarget).orElse(measurement);
    }

    private static Percentiles times(List<Answered> answered) {
        return new Percentiles(
                answered.stream().mapToDouble(Answered::milliseconds).toArray());
    }

    Measurement processorTime(Phase floor) {
        return Measurement.of(name + ", processor time", Unit.MILLISECONDS, processorTime)
                .withFloor(floor.processorTime);
    }
}
