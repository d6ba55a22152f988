package com.cdhdashboard.core.config.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two people edit one text: both changes are in it, or both are told. */
class MergeTest {
    private static final String BASE = """
            title = "T"

            [metrics.a]
            scores = ["CTR"]
            filter = ""

            # Line
            [reports.x]
            type = "line"
            y = "CTR"

            [reports.y]
            type = "bar"
            """;

    @Test
    void changesInDifferentPlacesAreBothKept() {
        String mine = BASE.replace("title = \"T\"", "# Mine\ntitle = \"M\"")
                .replace("[reports.y]", "# new\n[reports.n]\ntype = \"pie\" # why\n\n[reports.y]");
        String theirs = BASE.replace("type = \"bar\"", "type = \"map\" # theirs");
        Merge merge = Merge.of(BASE, mine, theirs);
        assertThat(merge.collisions()).isEmpty();
        assertThat(merge.text()).isEqualTo(mine.replace("type = \"bar\"", "type = \"map\" # theirs"));
    }

    @Test
    void changesOfNeighbouringLinesAreBothKept() {
        Merge merge = Merge.of(
                BASE,
                BASE.replace("type = \"line\"", "type = \"area\""),
                BASE.replace("y = \"CTR\"", "y = \"Lift\" # theirs\nx = \"Day\""));
        assertThat(merge.collisions()).isEmpty();
        assertThat(merge.text())
                .isEqualTo(BASE.replace(
                        "type = \"line\"\ny = \"CTR\"", "type = \"area\"\ny = \"Lift\" # theirs\nx = \"Day\""));
    }

    @Test
    void whatBothAddAtOnePlaceIsBothKeptWithItsComments() {
        Merge merge =
                Merge.of(BASE, BASE + "\n# M\n[reports.m]\nk = 1 # m\n", BASE + "\n# T\n[reports.t]\nk = 2 # t\n");
        assertThat(merge.collisions()).isEmpty();
        assertThat(TomlText.of(merge.text()).keys(List.of("reports"))).containsExactly("x", "y", "m", "t");
        assertThat(merge.text()).contains("# M\n[reports.m]\nk = 1 # m\n", "# T\n[reports.t]\nk = 2 # t\n");
    }

    @Test
    void whatBothChangeOtherwiseIsToldAndStaysTheirs() {
        String mine = BASE.replace("\"line\"", "\"area\"").replace("title = \"T\"", "title = \"M\"");
        String theirs = BASE.replace("\"line\"", "\"pie\"");
        Merge merge = Merge.of(BASE, mine, theirs);
        assertThat(merge.collisions())
                .containsExactly(new Merge.Collision(
                        List.of("reports", "x", "type"), Optional.of("line"), Optional.of("area"), Optional.of("pie")));
        assertThat(merge.text()).isEqualTo(theirs.replace("title = \"T\"", "title = \"M\""));
    }

    @Test
    void removingWhatTheOtherChangesCollides() {
        String removed = TomlText.of(BASE).remove(List.of("reports", "y")).text();
        String changed = BASE.replace("\"bar\"", "\"pie\"");
        assertThat(Merge.of(BASE, removed, changed))
                .isEqualTo(new Merge(
                        changed,
                        List.of(new Merge.Collision(
                                List.of("reports", "y"),
                                Optional.of(Map.of("type", "bar")),
                                Optional.empty(),
                                Optional.of(Map.of("type", "pie"))))));
        assertThat(Merge.of(BASE, changed, removed).text()).isEqualTo(removed);
        assertThat(Merge.of(BASE, changed, removed).collisions()).hasSize(1);
        assertThat(Merge.of(BASE, removed, removed)).isEqualTo(new Merge(removed, List.of()));
    }

    @Test
    void ordersAreMergedToo() {
        String mine = TomlText.of(BASE).moveBefore(List.of("reports", "y"), "x").text();
        String theirs = BASE + "\n[reports.z]\ntype = \"bar\"\n";
        Merge merge = Merge.of(BASE, mine, theirs);
        assertThat(TomlText.of(merge.text()).keys(List.of("reports"))).containsExactly("y", "z", "x");
        assertThat(merge.collisions()).isEmpty();

        String three = BASE + "\n[reports.z]\ntype = \"bar\"\n";
        Merge both = Merge.of(
                three,
                TomlText.of(three).moveBefore(List.of("reports", "z"), "x").text(),
                TomlText.of(three).moveBefore(List.of("reports", "y"), "x").text());
        assertThat(both.collisions())
                .containsExactly(new Merge.Collision(
                        List.of("reports"),
                        Optional.of(List.of("x", "y", "z")),
                        Optional.of(List.of("z", "x", "y")),
                        Optional.of(List.of("y", "x", "z"))));
    }

    @Test
    void theirLineEndsStay() {
        String theirs = BASE.replace("\n", "\r\n").replace("bar", "map");
        Merge merge = Merge.of(BASE, BASE.replace("\"T\"", "\"M\""), theirs);
        assertThat(merge.text()).isEqualTo(theirs.replace("\"T\"", "\"M\""));
    }

    @Test
    void brokenTextIsNotMerged() {
        assertThatThrownBy(() -> Merge.of(BASE, "a =", BASE + "# t\n"))
                .hasMessageStartingWith("the text is not valid TOML at line 1, column 4");
    }

    /** Key by key, each of the many keys would have the whole text read again. */
    @Test
    void manyKeysOfMineAreMergedAtOnce() {
        String mine = BASE
                + IntStream.range(0, 5_000)
                        .mapToObj(i -> "[reports.m" + i + "]\nk = 1\n")
                        .collect(Collectors.joining());
        String theirs = BASE.replace("title = \"T\"", "title = \"U\"");
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(Merge.of(BASE, mine, BASE)).isEqualTo(new Merge(mine, List.of()));
            assertThat(Merge.of(BASE, mine, theirs).text()).isEqualTo(mine.replace("title = \"T\"", "title = \"U\""));
        });
    }

    /** Each edits sections of their own, so nothing may collide and everything must be there. */
    @Test
    void randomEditsOfDifferentTablesAllArrive() {
        Random random = new Random(11);
        int merged = 0;
        for (int round = 0; round < 60; round++) {
            TomlText base = TomlText.of(GeneratedToml.next(random));
            TomlText mine = edited(base, "metrics", random);
            TomlText theirs = edited(base, "reports", random);
            if (mine.text().equals(base.text()) || theirs.text().equals(base.text())) {
                continue;
            }
            Merge merge = Merge.of(base.text(), mine.text(), theirs.text());
            TomlText result = TomlText.of(merge.text());
            assertThat(merge.collisions()).isEmpty();
            assertThat(result.value(List.of("metrics"))).isEqualTo(mine.value(List.of("metrics")));
            assertThat(result.value(List.of("reports"))).isEqualTo(theirs.value(List.of("reports")));
            assertThat(result.keys(List.of("reports"))).isEqualTo(theirs.keys(List.of("reports")));
            assertThat(result.keys(List.of("metrics"))).isEqualTo(mine.keys(List.of("metrics")));
            assertThat(result.value(List.of("ux"))).isEqualTo(base.value(List.of("ux")));
            merged++;
        }
        assertThat(merged).isGreaterThan(20);
    }

    private static TomlText edited(TomlText base, String section, Random random) {
        TomlText text = base;
        for (String name : base.keys(List.of(section))) {
            List<String> path = List.of(section, name);
            text = switch (random.nextInt(5)) {
                case 0 -> text.remove(path);
                case 1 -> text.rename(path, name + "2");
                case 2 -> text.copy(path, name + "3");
                case 3 -> text.set(path, random.nextInt(100));
                default -> text;
            };
        }
        return text;
    }
}
