package com.cdhdashboard.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreemapAreasTest {
    private static TreemapAreas areas(List<List<String>> paths) {
        TreemapAreas areas = new TreemapAreas();
        for (List<String> path : paths) {
            String label = path.isEmpty() ? "All" : path.get(path.size() - 1);
            areas.add(new TreemapAreas.Area(path, label, 1, path.isEmpty() ? Double.NaN : 0.5, "text", "hover"));
        }
        return areas;
    }

    private static Map<String, Object> trace(TreemapAreas areas, int levels) {
        return areas.trace(levels, Attributes.none()).toMap();
    }

    @Test
    void everyAreaNamesItsParentAndOneWithoutColourHasNone() {
        TreemapAreas areas = areas(List.of(List.of(), List.of("Web"), List.of("Web", "Sale")));

        assertThat(trace(areas, 2))
                .containsEntry("ids", List.of("all", "all/3:Web", "all/3:Web/4:Sale"))
                .containsEntry("parents", List.of("", "all", "all/3:Web"))
                .containsEntry("labels", List.of("All", "Web", "Sale"));
        assertThat(areas.colors()).isEqualTo(Arrays.asList(null, 0.5, 0.5));
        assertThat(areas.count()).isEqualTo(3);
    }

    @Test
    void noTwoPathsReadTheSame() {
        List<List<String>> paths =
                List.of(List.of("a/1:b"), List.of("a", "b"), List.of("a/1", "b"), List.of("a/1:b", ""));

        assertThat((List<?>) trace(areas(paths), 2).get("ids")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2", "1, 1, 2", "2, 100, 3", "3, 100, 4", "8, 100, 4", "8, 7, 9", "8, 8, 8"})
    void asManyLevelsAreDrawnAtOnceAsHaveRoom(int levels, int areasOfLevel, int depth) {
        List<List<String>> paths = new ArrayList<>(List.of(List.of()));
        for (int level = 1; level <= levels; level++) {
            for (int area = 0; area < areasOfLevel; area++) {
                paths.add(Collections.nCopies(level, "A" + area));
            }
        }

        assertThat(trace(areas(paths), levels)).containsEntry("maxdepth", depth);
    }
}
