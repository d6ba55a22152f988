package com.cdhdashboard.core.bundle;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.SharedSubjects;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.UncountedOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a bundle says of itself.
 *
 * @param program that wrote it, with its version
 * @param dataVersion names the data it was written from
 * @param configuration the member that holds the configuration the cubes were made by
 * @param rows prepared rows that the cubes count; absent where that is not known
 * @param openDays days of decision of which later outcomes could still have come, as it was written
 */
public record Manifest(
        String program,
        String dataVersion,
        Optional<Member> configuration,
        List<Source> sources,
        Optional<Long> rows,
        List<DayRange> openDays,
        List<String> notes,
        List<Cube> metrics,
        List<Customers> customers,
        Doubts doubts) {
    /** The member of a bundle that holds this. */
    public static final String MEMBER = "manifest.json";

    /** What the key {@code format} says in every bundle. */
    public static final String FORMAT = "cdhcubes";

    /** The form of a bundle; to be raised with every change that earlier readers trip over. */
    public static final int VERSION = 1;

    public Manifest {
        requireNonNull(program, "program");
        requireNonNull(dataVersion, "dataVersion");
        requireNonNull(configuration, "configuration");
        sources = List.copyOf(sources);
        requireNonNull(rows, "rows");
        openDays = List.copyOf(openDays);
        notes = List.copyOf(notes);
        metrics = List.copyOf(metrics);
        customers = List.copyOf(customers);
        requireNonNull(doubts, "doubts");
    }

    /** A file within a bundle. */
    public record Member(String name, String sha256, long bytes) {
        public Member {
            requireNonNull(name, "name");
            requireNonNull(sha256, "sha256");
        }
    }

    /**
     * Where data come from: days of one source count once, days of several are added up.
     *
     * @param days of outcomes that the cubes hold
     * @param purchases days of purchases that the customers have
     */
    public record Source(String name, List<DayRange> days, List<DayRange> purchases) {
        public Source {
            requireNonNull(name, "name");
            days = List.copyOf(days);
            purchases = List.copyOf(purchases);
        }
    }

    /** A table as a parquet file. */
    public record TableFile(Member member, long rows, List<BundleColumn> columns) {
        public TableFile {
            requireNonNull(member, "member");
            columns = List.copyOf(columns);
        }
    }

    /** A summary of the cells of a metric; its table is absent where it is columns of the cells. */
    public record SummaryTable(Summary summary, Optional<TableFile> table) {
        public SummaryTable {
            requireNonNull(summary, "summary");
            requireNonNull(table, "table");
        }
    }

    /**
     * The cells of a metric.
     *
     * @param notes what has to be known of its numbers
     */
    public record Cube(Definition definition, TableFile cells, List<SummaryTable> summaries, List<String> notes) {
        public Cube {
            requireNonNull(definition, "definition");
            requireNonNull(cells, "cells");
            summaries = List.copyOf(summaries);
            notes = List.copyOf(notes);
        }

        public String metric() {
            return definition.metric();
        }
    }

    /** The purchases of the customers of a metric: a row for each customer, group and day. */
    public record Customers(Definition definition, TableFile purchases) {
        public Customers {
            requireNonNull(definition, "definition");
            requireNonNull(purchases, "purchases");
        }

        public String metric() {
            return definition.metric();
        }
    }

    /** What readers of the numbers have to know. */
    public record Doubts(
            List<LocalDate> daysCountedTwice,
            List<UncountedOutcome> uncountedOutcomes,
            List<SharedSubjects> sharedSubjects) {
        public static final Doubts NONE = new Doubts(List.of(), List.of(), List.of());

        public Doubts {
            daysCountedTwice = List.copyOf(daysCountedTwice);
            uncountedOutcomes = List.copyOf(uncountedOutcomes);
            sharedSubjects = List.copyOf(sharedSubjects);
        }
    }

    /** Every table there is. */
    public List<TableFile> tables() {
        Stream<TableFile> cubes = metrics.stream()
                .flatMap(cube -> Stream.concat(
                        Stream.of(cube.cells()),
                        cube.summaries().stream().flatMap(summary -> summary.table().stream())));
        return Stream.concat(cubes, customers.stream().map(Customers::purchases))
                .toList();
    }

    /** Every member beside the manifest itself. */
    public List<Member> members() {
        return Stream.concat(configuration.stream(), tables().stream().map(TableFile::member))
                .toList();
    }
}
