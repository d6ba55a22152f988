package com.cdhdashboard.app.api;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.core.bundle.BundleSelection;
import com.cdhdashboard.core.cube.notation.QuotedList;
import com.cdhdashboard.core.error.UserException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives what is published as a bundle to save: {@code /bundle?metric=A,B&from=DAY&to=DAY&customers=false&source=NAME}. It is
 * written beside uploads, sent from there, and gone when it is sent.
 */
public final class BundleHandler {
    private static final String METRIC = "metric";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String CUSTOMERS = "customers";
    private static final String SOURCE = "source";
    private static final Set<String> PARAMETERS = Set.of(METRIC, FROM, TO, CUSTOMERS, SOURCE);

    private final Workspace workspace;
    private final Path folder;

    /** @param folder where bundles are written */
    public BundleHandler(Workspace workspace, Path folder) {
        this.workspace = workspace;
        this.folder = folder;
    }

    public void send(Context context) {
        Path bundle = write(selection(context));
        try {
            long bytes = Files.size(bundle);
            InputStream content = Files.newInputStream(bundle, StandardOpenOption.DELETE_ON_CLOSE);
            context.disableCompression()
                    .contentType("application/zip")
                    .header("Content-Length", String.valueOf(bytes))
                    .header("Content-Disposition", "attachment; filename=\"cubes.cdhcubes\"")
                    .result(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One at a time, as each takes memory and disk. */
    private synchronized Path write(BundleSelection selection) {
        try {
            Files.createDirectories(folder);
            Path target = Files.createTempFile(folder, "bundle-", ".cdhcubes");
            try {
                workspace.bundles().export(selection, target);
                return target;
            } catch (RuntimeException | Error e) {
                Files.deleteIfExists(target);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BundleSelection selection(Context context) {
        for (String name : context.queryParamMap().keySet()) {
            if (!PARAMETERS.contains(name)) {
                throw new UserException("\"" + name
                        + "\" is not a parameter of a bundle; there are customers, from, metric," + " source, to");
            }
        }
        List<String> metrics = new ArrayList<>();
        context.queryParams(METRIC).forEach(list -> metrics.addAll(QuotedList.parse(list)));
        Optional<LocalDate> from = day(context, FROM);
        Optional<LocalDate> to = day(context, TO);
        if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
            throw new UserException("from " + from.get() + " is after to " + to.get() + "; give the earlier day first");
        }
        return new BundleSelection(metrics, from, to, customers(context), text(context, SOURCE));
    }

    private static Optional<String> text(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isEmpty());
    }

    private static Optional<LocalDate> day(Context context, String name) {
        return text(context, name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new UserException(
                        UserException.Kind.USER,
                        name + " is \"" + text + "\"; a day is expected, such as 2025-03-02",
                        e);
            }
        });
    }

    private static boolean customers(Context context) {
        String text = text(context, CUSTOMERS).orElse("true");
        if (!text.equals("true") && !text.equals("false")) {
            throw new UserException(CUSTOMERS + " is \"" + text + "\"; true or false is expected");
        }
        return text.equals("true");
    }
}
