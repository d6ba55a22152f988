package com.cdhdashboard.duckdb.bundle.write;

import com.cdhdashboard.core.bundle.BundleExporter;
import com.cdhdashboard.core.bundle.BundleSelection;
import com.cdhdashboard.core.bundle.DayRange;
import com.cdhdashboard.core.bundle.Manifest;
import com.cdhdashboard.core.bundle.ManifestWriter;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.bundle.ParquetFiles;
import com.cdhdashboard.duckdb.bundle.PartsFolder;
import com.cdhdashboard.duckdb.bundle.ZipMember;
import com.cdhdashboard.duckdb.customer.CustomerSchemas;
import com.cdhdashboard.duckdb.store.PublishedTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A bundle that is being written: what both stores give of what is wanted, and what is said of it. */
final class BundleAssembly {
    private static final String CONFIGURATION = "configuration.toml";

    private final DuckDbBundleExporter.Origin origin;
    private final BundleSelection selection;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Manifest.Doubts doubts = Manifest.Doubts.NONE;
    private List<DayRange> openDays = List.of();

    BundleAssembly(DuckDbBundleExporter.Origin origin, BundleSelection selection) {
        this.origin = origin;
        this.selection = selection;
    }

    void addCubes(Session session, Path folder) {
        Part part = new Part(session, folder, selection, origin.source());
        parts.add(part);
        for (CubeSchema schema : PublishedTables.readSchemas(part.session).values()) {
            part.known.add(schema.metric());
            if (selection.wants(schema.metric()) && canBeCut(schema)) {
                part.cubes.add(new CubeExport(part.session, part.files, schema, selection)
                        .write(part.says.definition(schema.metric()), part.says.notes(schema.metric())));
            }
        }
        if (!part.cubes.isEmpty()) {
            doubts = part.says.doubts();
            openDays = part.says.openDays();
        }
        if (selection.isCut()) {
            notes.add("outcomes that no metric counts are known for all days together only, and left out");
        }
    }

    private boolean canBeCut(CubeSchema schema) {
        if (!selection.isCut() || CubeExport.hasDays(schema)) {
            return true;
        }
        String reason = schema.metric() + " is not grouped by Day, so its cells cannot be told apart by days";
        if (selection.metrics().contains(schema.metric())) {
            throw new UserException(reason + "; export it without --from and --to");
        }
        notes.add(reason + ": it is left out");
        return false;
    }

    void addCustomers(Session session, Path folder) {
        Part part = new Part(session, folder, selection, origin.source());
        parts.add(part);
        for (CustomerSchema schema : CustomerSchemas.read(part.session).values()) {
            part.known.add(schema.metric());
            if (selection.wants(schema.metric())) {
                part.customers.add(new CustomerExport(part.says, part.files, selection)
                        .write(part.says.definition(schema.metric()), schema));
            }
        }
    }

    BundleExporter.Exported finish(PartsFolder folder, Path target) {
        requireKnownMetrics();
        List<Part> used = parts.stream()
                .filter(part -> !part.cubes.isEmpty() || !part.customers.isEmpty())
                .toList();
        if (used.isEmpty()) {
            throw new UserException(
                    UserException.Kind.NOT_FOUND,
                    "there is nothing to export; import files first, or leave out fewer metrics and days");
        }
        Path configuration = folder.write(CONFIGURATION, origin.configuration());
        ZipMember text = ZipMember.of(configuration);
        Path written = folder.write(Manifest.MEMBER, ManifestWriter.write(manifest(used, text)));
        Map<String, ZipMember> members = new LinkedHashMap<>();
        members.put(Manifest.MEMBER, ZipMember.of(written));
        members.put(CONFIGURATION, text);
        used.forEach(part -> members.putAll(part.files.members()));
        long bytes = folder.zip(members, target);
        long rows = used.stream().mapToLong(part -> part.files.rows()).sum();
        return new BundleExporter.Exported(rows, bytes, notes);
    }

    private void requireKnownMetrics() {
        List<String> known = parts.stream().flatMap(part -> part.known.stream()).toList();
        for (String metric : selection.metrics()) {
            if (!known.contains(metric)) {
                throw new UserException(
                        UserException.Kind.NOT_FOUND,
                        "there are no data for the metric \"" + metric + "\"" + DidYouMean.hint(metric, known)
                                + (known.isEmpty() ? "" : " There are: " + String.join(", ", known) + "."));
            }
        }
    }

    private Manifest manifest(List<Part> used, ZipMember configuration) {
        boolean whole = !selection.isCut() && used.size() == parts.size();
        return new Manifest(
                origin.program(),
                String.join(
                        "/", used.stream().map(part -> part.says.dataVersion()).toList()),
                Optional.of(new Manifest.Member(CONFIGURATION, configuration.sha256(), configuration.bytes())),
                sources(used),
                whole
                        ? Optional.of(used.stream()
                                .mapToLong(part -> part.says.rows())
                                .sum())
                        : Optional.empty(),
                openDays,
                used.stream().flatMap(part -> part.says.notes().stream()).toList(),
                used.stream().flatMap(part -> part.cubes.stream()).toList(),
                used.stream().flatMap(part -> part.customers.stream()).toList(),
                doubts);
    }

    private List<Manifest.Source> sources(List<Part> used) {
        Map<String, List<DayRange>> days = new LinkedHashMap<>();
        Map<String, List<DayRange>> purchases = new LinkedHashMap<>();
        for (Part part : used) {
            (part.cubes.isEmpty() ? purchases : days).putAll(part.days);
        }
        Set<String> names = new LinkedHashSet<>(days.keySet());
        names.addAll(purchases.keySet());
        return names.stream()
                .map(name -> new Manifest.Source(
                        name, days.getOrDefault(name, List.of()), purchases.getOrDefault(name, List.of())))
                .toList();
    }

    /** What one of the stores gives. */
    private static final class Part {
        private final PublishedSays says;
        private final ParquetFiles files;
        private final Session session;
        private final Map<String, List<DayRange>> days;
        private final Set<String> known = new LinkedHashSet<>();
        private final List<Manifest.Cube> cubes = new ArrayList<>();
        private final List<Manifest.Customers> customers = new ArrayList<>();

        Part(Session session, Path folder, BundleSelection selection, String own) {
            this.session = session;
            this.says = new PublishedSays(session, selection);
            this.files = new ParquetFiles(session, folder);
            this.days = says.has("source_days") ? says.days(own) : Map.of();
        }
    }
}
