package com.cdhdashboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Packages are of a size to be read at once, and their files do not all know one another. */
class RoomsTest {
    private static final int MOST_CLASSES = 30;
    private static final int MOST_IN_A_CIRCLE = 3;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.cdhdashboard");

    @Test
    void packagesHoldAtMostThirtyClasses() {
        assertThat(packages().filter(each -> files(each).size() > MOST_CLASSES))
                .as("packages of more than one idea")
                .isEmpty();
    }

    @Test
    void filesOfAPackageFormNoCircleOfMoreThanThree() {
        assertThat(packages().flatMap(each -> circles(each).stream()).filter(each -> each.size() > MOST_IN_A_CIRCLE))
                .as("files that can only be understood, tested and moved together")
                .isEmpty();
    }

    @Test
    void theRulesSeeFilesAndWhatTheyKnow() {
        assertThat(packages().filter(each -> !files(each).isEmpty())).hasSizeGreaterThan(50);
        assertThat(packages().flatMap(each -> circles(each).stream())).isNotEmpty();
    }

    @Test
    void circlesAreFound() {
        Map<String, Set<String>> edges =
                Map.of("A", Set.of("B"), "B", Set.of("C"), "C", Set.of("A", "D"), "D", Set.of("E"), "E", Set.of("D"));
        assertThat(circles(edges)).containsExactlyInAnyOrder(Set.of("A", "B", "C"), Set.of("D", "E"));
    }

    private static Stream<JavaPackage> packages() {
        return CLASSES.getPackage("com.cdhdashboard").getSubpackagesInTree().stream();
    }

    /** The files of a package by the names of their classes. */
    private static Set<String> files(JavaPackage folder) {
        Set<String> files = new TreeSet<>();
        folder.getClasses().stream()
                .filter(each -> !each.getSimpleName().equals("package-info"))
                .filter(each -> !each.isArray())
                .forEach(each -> files.add(file(each)));
        return files;
    }

    /** A class and those nested in it are one file. */
    private static String file(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost.getName();
    }

    private static List<Set<String>> circles(JavaPackage folder) {
        Map<String, Set<String>> edges = new TreeMap<>();
        for (JavaClass type : folder.getClasses()) {
            Set<String> known = edges.computeIfAbsent(file(type), none -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(each -> each.getTargetClass().getBaseComponentType())
                    .filter(each -> each.getPackageName().equals(folder.getName()))
                    .forEach(each -> known.add(file(each)));
        }
        return circles(edges);
    }

    /** Files that reach one another, each set once. */
    private static List<Set<String>> circles(Map<String, Set<String>> edges) {
        Map<String, Set<String>> reached = new TreeMap<>();
        edges.keySet().forEach(each -> reached.put(each, reached(each, edges)));
        List<Set<String>> circles = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (String from : edges.keySet()) {
            Set<String> circle = new TreeSet<>(reached.getOrDefault(from, Set.of()));
            circle.removeIf(to -> !reached.getOrDefault(to, Set.of()).contains(from));
            if (done.addAll(circle) && circle.size() > 1) {
                circles.add(circle);
            }
        }
        return circles;
    }

    private static Set<String> reached(String from, Map<String, Set<String>> edges) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(edges.getOrDefault(from, Set.of()));
        while (!next.isEmpty()) {
            String to = next.remove();
            if (reached.add(to)) {
                next.addAll(edges.getOrDefault(to, Set.of()));
            }
        }
        return reached;
    }
}
