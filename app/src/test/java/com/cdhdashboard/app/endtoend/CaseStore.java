package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A store that a test fills and asks by the command line, as a user would.
 *
 * @param configuration what {@code --config} says; absent for the built-in one
 */
record CaseStore(Path data, Optional<Path> configuration) {
    static CaseStore in(Path data) {
        return new CaseStore(data, Optional.empty());
    }

    static CaseStore in(Path data, Path configuration) {
        return new CaseStore(data, Optional.of(configuration));
    }

    /** Imports files and folders; what the command answered is for the test to judge. */
    InstalledProgram.Outcome importing(Object... filesAndOptions) {
        return run("import", filesAndOptions);
    }

    /** The rows that {@code query} answers as JSON. */
    JsonNode query(String metric, Object... options) {
        List<Object> args = new ArrayList<>(List.of("--format", "json"));
        Collections.addAll(args, options);
        args.add(0, metric);
        InstalledProgram.Outcome answer = run("query", args.toArray());
        assertThat(answer.code()).as(answer.err()).isZero();
        try {
            return new ObjectMapper().readTree(answer.out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one row of a query without groups. */
    JsonNode total(String metric, Object... options) {
        JsonNode rows = query(metric, options);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private InstalledProgram.Outcome run(String command, Object... more) {
        List<Object> args = new ArrayList<>(List.of(command, "--data", data));
        configuration.ifPresent(file -> args.addAll(List.of("--config", file)));
        Collections.addAll(args, more);
        return InstalledProgram.run(args.toArray());
    }
}
