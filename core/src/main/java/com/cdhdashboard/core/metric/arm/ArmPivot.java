package com.cdhdashboard.core.metric.arm;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.metric.score.Responses;
import com.cdhdashboard.core.metric.score.Scores;
import com.cdhdashboard.core.metric.score.Scoring;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Brings the arms of a table with one row per group and arm together, into one row per group. */
public final class ArmPivot {
    private static final SortedSet<String> EMPTY = Collections.emptySortedSet();

    private final ArmNames names;
    private final Table rolledUp;
    private final List<Column> dimensions;
    private final int experiment;
    private final int arm;
    private final Responses responses;

    /** The arms of each group, in the order of the table. */
    private final Map<List<@Nullable Object>, List<Arm>> groups = new LinkedHashMap<>();
    /** The names of all arms of each experiment, whichever groups have them. */
    private final Map<Object, SortedSet<String>> armsOfExperiments = new HashMap<>();

    public ArmPivot(ArmNames names, Table rolledUp) {
        this.names = names;
        this.rolledUp = rolledUp;
        Scoring scoring = new Scoring(rolledUp);
        this.dimensions = scoring.dimensions();
        this.experiment = scoring.place(names.config().experimentName());
        this.arm = scoring.place(names.config().experimentGroup());
        this.responses = Responses.in(scoring, Responses.POSITIVES, Responses.NEGATIVES);
    }

    public Table scored() {
        rolledUp.rows().forEach(this::add);
        List<Column> columns = new ArrayList<>(dimensions);
        columns.remove(arm);
        Scores.of(Family.EXPERIMENT).forEach(score -> columns.add(score.column()));
        Map<Object, Optional<String>> controls = new HashMap<>();
        armsOfExperiments.forEach((name, arms) -> controls.put(name, names.control(firstSpellings(arms))));
        List<List<@Nullable Object>> rows = new ArrayList<>(groups.size());
        groups.forEach((group, arms) -> {
            List<@Nullable Object> row = new ArrayList<>(group);
            Object name = requireNonNull(group.get(place(experiment)));
            Optional<String> control = controls.getOrDefault(name, Optional.empty());
            row.addAll(new Arms(inAnyCase(arms, armsOfExperiments.getOrDefault(name, EMPTY)), control).scores());
            rows.add(row);
        });
        return new Table(columns, rows);
    }

    private static List<String> firstSpellings(SortedSet<String> names) {
        Map<String, String> first = new LinkedHashMap<>();
        names.forEach(name -> first.putIfAbsent(LooseName.key(name), LooseName.trimmed(name)));
        return List.copyOf(first.values());
    }

    /** Arms whose names differ in case or in blanks at their ends only are one, under the first of the names in the experiment. */
    private static List<Arm> inAnyCase(List<Arm> arms, SortedSet<String> names) {
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        names.forEach(name -> spellings
                .computeIfAbsent(LooseName.key(name), key -> new ArrayList<>())
                .add(name));
        Map<String, Arm> merged = new LinkedHashMap<>();
        for (Arm arm : arms) {
            String key = LooseName.key(arm.name());
            List<String> all = spellings.getOrDefault(key, arm.spellings());
            merged.merge(
                    key,
                    new Arm(LooseName.trimmed(all.get(0)), arm.responses(), all),
                    (one, other) -> new Arm(one.name(), one.responses().plus(other.responses()), one.spellings()));
        }
        return List.copyOf(merged.values());
    }

    private void add(List<@Nullable Object> row) {
        Object experimentValue = row.get(experiment);
        Optional<String> name = names.named(names.config().experimentGroup(), row.get(arm));
        if (experimentValue == null
                || name.isEmpty()
                || names.named(names.config().experimentName(), experimentValue).isEmpty()) {
            return;
        }
        List<@Nullable Object> group = new ArrayList<>(row.subList(0, dimensions.size()));
        group.remove(arm);
        groups.computeIfAbsent(group, key -> new ArrayList<>())
                .add(new Arm(name.get(), responses.of(row), List.of(name.get())));
        armsOfExperiments
                .computeIfAbsent(experimentValue, key -> new TreeSet<>())
                .add(name.get());
    }

    /** The place of a dimension in a row without the arm. */
    private int place(int withArm) {
        return withArm > arm ? withArm - 1 : withArm;
    }
}
