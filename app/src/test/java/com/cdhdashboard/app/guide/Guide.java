package com.cdhdashboard.app.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is written for users: README and the pages below {@code docs}. */
final class Guide {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path IMAGES = ROOT.resolve("docs/images");
    static final Path REPORTS = ROOT.resolve("docs/reports.md");

    private static final Pattern IMAGE = Pattern.compile("!\\[([^]]*)]\\(([^)]+)\\)");

    private Guide() {}

    /** An image of a page: the file, and what is said to those who do not see it. */
    record Image(Path file, String description) {
        String name() {
            return String.valueOf(file.getFileName()).replaceFirst("[.][^.]*$", "");
        }
    }

    /** The images of all pages. */
    static List<Image> images() throws IOException {
        List<Image> images =
                new ArrayList<>(images(ROOT.resolve("README.md"), Files.readString(ROOT.resolve("README.md"))));
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            for (Path page : files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                images.addAll(images(page, Files.readString(page)));
            }
        }
        return images;
    }

    /** The images of a part of the page about reports. */
    static List<Image> images(String part) {
        return images(REPORTS, part);
    }

    private static List<Image> images(Path page, String text) {
        return IMAGE.matcher(text)
                .results()
                .map(found -> new Image(page.resolveSibling(found.group(2)).normalize(), found.group(1)))
                .toList();
    }

    /** A chapter of the page about reports. */
    static String chapter(String title) throws IOException {
        return Files.readString(REPORTS).split("\n## " + title + "\n", 2)[1].split("\n## ", 2)[0];
    }

    /** The section of a chapter whose heading names a type of report. */
    static Optional<String> section(String chapter, String type) {
        return Stream.of(chapter.split("\n### "))
                .skip(1)
                .filter(section -> section.lines().findFirst().orElse("").contains("`" + type + "`"))
                .findFirst();
    }
}
