package com.cdhdashboard.core.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** A piece of configuration and the problems it must bring, in order and word by word. */
record ProblemCase(String name, String toml, List<String> expected) {
    static ProblemCase of(String name, String toml, String... expected) {
        return new ProblemCase(name, toml, List.of(expected));
    }

    void check() {
        assertThat(TestingConfiguration.problems(TestingConfiguration.read(toml)))
                .containsExactlyElementsOf(expected);
    }

    @Override
    public String toString() {
        return name;
    }
}
