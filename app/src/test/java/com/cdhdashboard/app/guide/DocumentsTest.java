package com.cdhdashboard.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents lead where they say: to files, headings and classes that there are. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK =
            Pattern.compile("]\\(([^)#:\\s]*)(?:#([^)\\s]*))?\\)|(?:href|src)=\"([^\"#:]+)\"");
    private static final Pattern FENCED = Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("^#+ +(.+)$", Pattern.MULTILINE);
    /** Named as what classes are not to be called, or of Java. */
    private static final Set<String> NO_CLASSES = Set.of("Helper", "Impl", "Manager", "Optional");

    private static final List<String> NOT_OURS = List.of("target", ".git", "node_modules");

    /** @param anchor the heading as addresses say it; empty where the link is to the whole file */
    private record Link(Path file, String anchor) {}

    static List<Path> pages() throws IOException {
        return files(ROOT, ".md");
    }

    /** The files of the repository whose name ends so, by path. */
    private static List<Path> files(Path folder, String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                String name = entry.getFileName().toString();
                if (Files.isDirectory(entry) && !NOT_OURS.contains(name)) {
                    found.addAll(files(entry, ending));
                } else if (name.endsWith(ending)) {
                    found.add(entry);
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFile(Path page) throws IOException {
        assertThat(links(page))
                .extracting(Link::file)
                .allSatisfy(file -> assertThat(file).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkToAHeadingFindsIt(Path page) throws IOException {
        for (Link link : links(page)) {
            if (!link.anchor().isEmpty()) {
                assertThat(anchors(Files.readString(link.file())))
                        .as(page.getFileName() + " -> " + link.file().getFileName())
                        .contains(link.anchor());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "## [ih.limits] | ihlimits",
                "### `line`: line or bar chart | line-line-or-bar-chart",
                "## What is this? | what-is-this",
                "### `treemap` and `bar_polar` of customers | treemap-and-bar_polar-of-customers",
                "## Zürich – two  spaces | zürich--two--spaces",
                "## See [the page](a.md) | see-the-page"
            })
    void headingsAreFoundAsTheyAreShown(String heading, String anchor) {
        assertThat(anchors(heading)).containsExactly(anchor);
    }

    @Test
    void equalHeadingsAreNumberedAndCodeHasNone() {
        assertThat(anchors("# A\n```\n# B\n```\n## A\n")).containsExactly("a", "a-1");
    }

    @Test
    void everyPageForReadersIsInAnIndex() throws IOException {
        List<Path> indexed = new ArrayList<>();
        for (String index : List.of("README.md", "docs/README.md", "docs/decisions/README.md")) {
            Path page = ROOT.resolve(index);
            indexed.add(page);
            links(page).forEach(link -> indexed.add(link.file()));
        }
        assertThat(indexed)
                .containsAll(pages().stream()
                        .filter(page -> ROOT.equals(page.getParent()) || page.startsWith(ROOT.resolve("docs")))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"docs/where.md, 50", "DEVELOPMENT.md, 30"})
    void everyClassNamedInPagesForDevelopersExists(String page, int fewest) throws IOException {
        Set<String> classes = files(ROOT, ".java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(Pattern.compile("`([A-Z][A-Za-z]+)`")
                        .matcher(Files.readString(ROOT.resolve(page)))
                        .results()
                        .map(named -> named.group(1))
                        .filter(named -> !NO_CLASSES.contains(named)))
                .hasSizeGreaterThan(fewest)
                .allSatisfy(named -> assertThat(classes).contains(named));
    }

    static List<String> messages() throws IOException {
        return Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE)
                .matcher(Files.readString(ROOT.resolve("docs/troubleshooting.md")))
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    @Test
    void everyMessageOfTheHelpIsOneOfTheProgram() throws IOException {
        StringBuilder sources = new StringBuilder(Files.readString(ROOT.resolve("cdhdashboard")));
        for (Path file : files(ROOT, ".java")) {
            if (file.toString().contains("/src/main/")) {
                sources.append(Files.readString(file));
            }
        }
        String said = sources.toString().replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\"");

        assertThat(messages())
                .hasSizeGreaterThan(40)
                .allSatisfy(message -> assertThat(
                                Stream.of(message.split("…")).map(String::strip).filter(part -> !part.isEmpty()))
                        .allSatisfy(
                                part -> assertThat(said.contains(part)).as(part).isTrue()));
    }

    private static List<Link> links(Path page) throws IOException {
        List<Link> links = new ArrayList<>();
        Matcher matcher = LINK.matcher(FENCED.matcher(Files.readString(page)).replaceAll(""));
        while (matcher.find()) {
            String file = matcher.group(1) == null ? matcher.group(3) : matcher.group(1);
            Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
            links.add(new Link(target, matcher.group(2) == null ? "" : matcher.group(2)));
        }
        return links;
    }

    /** The headings of a page as addresses say them; equal ones are numbered. */
    private static List<String> anchors(String page) {
        Map<String, Integer> seen = new HashMap<>();
        return HEADING.matcher(FENCED.matcher(page).replaceAll(""))
                .results()
                .map(heading -> anchor(heading.group(1)))
                .map(anchor -> {
                    int before = seen.merge(anchor, 1, Integer::sum) - 1;
                    return before == 0 ? anchor : anchor + "-" + before;
                })
                .toList();
    }

    private static String anchor(String heading) {
        return heading.strip()
                .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
