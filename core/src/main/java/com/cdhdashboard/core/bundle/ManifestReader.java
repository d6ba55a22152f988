package com.cdhdashboard.core.bundle;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.SharedSubjects;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.UncountedOutcome;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a manifest. Keys that it does not know are passed over; whatever else is not as it should be is refused by its path. */
public final class ManifestReader {
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private static final String MEMBER_NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*";
    private static final int MOST = 1_000;
    private static final String SHA_256 = "[0-9a-f]{64}";

    private ManifestReader() {}

    /**
     * Reads the text of a manifest.
     *
     * @throws UserException where it is none, or of a version that this program does not read
     */
    public static Manifest read(String text) {
        JsonPlace root = new JsonPlace(tree(text), "");
        JsonPlace version = root.at("version");
        if (!Manifest.FORMAT.equals(root.at("format").node().asText())) {
            throw root.at("format").refusal("\"" + Manifest.FORMAT + "\"");
        }
        if (version.count() != Manifest.VERSION) {
            throw new UserException("it is a bundle of version " + version.count() + ", this program reads version "
                    + Manifest.VERSION + "; use the version of the program that made it, or a later one");
        }
        requireFew(root.at("sources"));
        requireFew(root.at("metrics"));
        requireFew(root.at("customers"));
        Manifest manifest = manifest(root);
        requireOnce(manifest.members(), Manifest.Member::name, "the member");
        requireOnce(manifest.metrics(), Manifest.Cube::metric, "the metric");
        requireOnce(manifest.customers(), Manifest.Customers::metric, "the metric");
        requireOnce(manifest.sources(), Manifest.Source::name, "the source");
        return manifest;
    }

    private static void requireFew(JsonPlace list) {
        if (!(list.node().size() <= MOST)) {
            throw new UserException("its " + Manifest.MEMBER + " is not valid: " + list.path() + " has "
                    + list.node().size() + " elements, " + MOST + " are allowed");
        }
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UserException(
                    UserException.Kind.USER,
                    "its " + Manifest.MEMBER + " is not JSON: line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr(),
                    e);
        }
    }

    private static <T> void requireOnce(List<T> all, Function<T, String> name, String words) {
        Set<String> seen = new HashSet<>();
        for (T one : all) {
            if (!seen.add(name.apply(one))) {
                throw new UserException("its " + Manifest.MEMBER + " is not valid: it has " + words + " \""
                        + name.apply(one) + "\" twice; expected each once");
            }
        }
    }

    private static Manifest manifest(JsonPlace root) {
        return new Manifest(
                root.optional("program").map(JsonPlace::text).orElse("another program"),
                root.at("data_version").text(),
                root.optional("configuration").map(ManifestReader::member),
                root.at("sources").list().stream().map(ManifestReader::source).toList(),
                root.optional("rows").map(JsonPlace::count),
                root.at("open_days").ranges(),
                root.at("notes").list().stream().map(JsonPlace::text).toList(),
                root.at("metrics").list().stream().map(ManifestReader::cube).toList(),
                root.at("customers").list().stream()
                        .map(ManifestReader::customers)
                        .toList(),
                doubts(root));
    }

    private static Manifest.Member member(JsonPlace place) {
        String name = place.at("member").text();
        if (!name.matches(MEMBER_NAME) || name.equals(Manifest.MEMBER)) {
            throw place.at("member").refusal("a name of letters, digits, _, - and . in folders parted by /");
        }
        String sha256 = place.at("sha256").text();
        if (!sha256.matches(SHA_256)) {
            throw place.at("sha256").refusal("64 hexadecimal digits in lower case");
        }
        return new Manifest.Member(name, sha256, place.at("bytes").count());
    }

    private static Manifest.Source source(JsonPlace place) {
        return new Manifest.Source(
                place.at("name").text(),
                place.at("days").ranges(),
                place.at("purchases").ranges());
    }

    private static Manifest.TableFile table(JsonPlace place) {
        List<BundleColumn> columns =
                place.at("columns").list().stream().map(ManifestReader::column).toList();
        requireOnce(columns, BundleColumn::name, "the column");
        return new Manifest.TableFile(member(place), place.at("rows").count(), columns);
    }

    private static BundleColumn column(JsonPlace place) {
        ValueType type = place.at("type").constant(ValueType.class);
        if (type == ValueType.TABLE) {
            throw place.at("type").refusal("the type of a value");
        }
        return new BundleColumn(
                place.at("name").text(),
                type,
                place.at("role").constant(BundleColumn.Role.class),
                place.optional("meaning").map(JsonPlace::text).orElse(""));
    }

    private static Definition definition(JsonPlace place) {
        String metric = place.at("metric").text();
        Family family = place.at("family").constant(Family.class);
        if (Family.of(metric).filter(family::equals).isEmpty()) {
            throw place.at("metric").refusal("a name that begins with " + family.prefix());
        }
        return new Definition(metric, family, place.at("definition").texts());
    }

    private static Manifest.Cube cube(JsonPlace place) {
        return new Manifest.Cube(
                definition(place),
                table(place.at("cells")),
                place.at("summaries").list().stream()
                        .map(ManifestReader::summary)
                        .toList(),
                place.at("notes").list().stream().map(JsonPlace::text).toList());
    }

    private static Manifest.SummaryTable summary(JsonPlace place) {
        Summary.Kind kind = place.at("kind").constant(Summary.Kind.class);
        boolean averaged = place.optional("averaged").map(JsonPlace::flag).orElse(false);
        Summary summary = kind.of(place.at("column").text(), averaged);
        Optional<Manifest.TableFile> table = place.optional("table").map(ManifestReader::table);
        boolean inCells = kind == Summary.Kind.MOMENTS || summary.averaged();
        if (inCells == table.isPresent()) {
            throw place.at("table").refusal(inCells ? "none, as it is columns of the cells" : "a table");
        }
        return new Manifest.SummaryTable(summary, table);
    }

    private static Manifest.Customers customers(JsonPlace place) {
        return new Manifest.Customers(definition(place), table(place.at("purchases")));
    }

    private static Manifest.Doubts doubts(JsonPlace root) {
        return new Manifest.Doubts(
                root.at("days_counted_twice").list().stream()
                        .map(JsonPlace::day)
                        .toList(),
                uncounted(root.at("uncounted_outcomes")),
                root.at("shared_subjects").list().stream()
                        .map(one -> new SharedSubjects(
                                one.at("metric").text(),
                                one.at("experiment").text(),
                                one.at("shared").count(),
                                one.at("subjects").count()))
                        .toList());
    }

    private static List<UncountedOutcome> uncounted(JsonPlace list) {
        List<UncountedOutcome> outcomes = new ArrayList<>();
        long rows = 0;
        for (JsonPlace one : list.list()) {
            long count = one.at("rows").count();
            rows += count;
            if (!(rows <= JsonPlace.MOST_COUNTED)) {
                throw one.at("rows").refusal("at most " + JsonPlace.MOST_COUNTED + " with those before");
            }
            outcomes.add(new UncountedOutcome(
                    one.optional("outcome").map(JsonPlace::text),
                    one.optional("channel").map(JsonPlace::text),
                    count));
        }
        return outcomes;
    }
}
