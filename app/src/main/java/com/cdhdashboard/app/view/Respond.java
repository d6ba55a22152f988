package com.cdhdashboard.app.view;

import com.cdhdashboard.app.output.FileName;
import com.cdhdashboard.app.output.Json;
import com.cdhdashboard.app.output.TableCsv;
import com.cdhdashboard.app.route.Mount;
import com.cdhdashboard.core.cube.Table;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How handlers read what the browser remembers, and answer. */
public final class Respond {
    /** The notes on an answer that has no place for them, as a JSON array in ASCII. */
    private static final String NOTES = "X-Notes";

    /** Whether an answer is to be saved, and how it is called then. */
    public static final String DISPOSITION = "Content-Disposition";

    /** How many rows there are in all, of an answer that has a limit. */
    public static final String TOTAL = "X-Total-Count";

    /** The headers that say something of one answer, and of no other. */
    public static final List<String> OWN_HEADERS = List.of(NOTES, TOTAL, DISPOSITION);

    /** Proxies and clients refuse longer ones. */
    private static final int LONGEST_HEADER = 4000;

    /** The address that the browser shows after a change of a draft. */
    public static final String ADDRESS = "X-Address";

    private static final List<String> ADDRESS_HEADERS = List.of("Location", ADDRESS);

    private static final String MOUNT = "mount";
    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String PASSING = "no-store";

    private Respond() {}

    /** Says what the answer itself, an array or a file, has no place for. */
    public static void notes(Context context, List<String> notes) {
        if (!notes.isEmpty()) {
            context.header(NOTES, header(notes));
        }
    }

    /** Says that another answer may be given for the same data, so that nobody holds this one. */
    public static void passing(Context context) {
        context.header(CACHE_CONTROL, PASSING);
    }

    public static boolean isPassing(Context context) {
        return PASSING.equals(context.res().getHeader(CACHE_CONTROL));
    }

    /** Says of which configuration the request is. */
    public static void mount(Context context, Mount mount) {
        context.attribute(MOUNT, mount);
    }

    /** Where the addresses begin that stand in the answer. */
    public static Mount mount(Context context) {
        return Optional.<Mount>ofNullable(context.attribute(MOUNT)).orElse(Mount.ROOT);
    }

    /** Leads to addresses within the configuration by those that the browser must ask for. */
    public static void complete(Context context) {
        for (String name : ADDRESS_HEADERS) {
            Optional.ofNullable(context.res().getHeader(name))
                    .ifPresent(within -> context.header(name, mount(context).address(within)));
        }
    }

    /** As many as fit, and how many more there are. */
    static String header(List<String> notes) {
        String all = Json.asciiText(notes);
        for (int kept = notes.size() - 1; kept >= 0 && all.length() > LONGEST_HEADER; kept--) {
            List<String> some = new ArrayList<>(notes.subList(0, kept));
            some.add("There are " + (notes.size() - kept)
                    + " more notes, too long for this header; format=object has them");
            all = Json.asciiText(some);
        }
        return all;
    }

    public static void json(Context context, @Nullable Object value) {
        context.contentType("application/json; charset=utf-8").result(Json.bytes(value));
    }

    /** A page as UTF-8. */
    public static void html(Context context, byte[] page) {
        context.contentType("text/html; charset=utf-8").result(page);
    }

    /** A table as comma-separated values, to save. */
    public static void csv(Context context, FileName name, Table table) {
        StringWriter text = new StringWriter();
        try {
            TableCsv.write(table, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        file(context, name, "text/csv; charset=utf-8", bytes);
    }

    /** As a file to save. */
    public static void file(Context context, FileName name, String contentType, byte[] content) {
        context.contentType(contentType).header(DISPOSITION, name.attachment()).result(content);
    }

    /** The theme the reader chose before, or asks for in the address. */
    public static Optional<String> theme(Context context) {
        return Optional.ofNullable(context.queryParam("theme")).or(() -> Optional.ofNullable(context.cookie("theme")));
    }

    public static Optional<String> header(Context context, String name) {
        return Optional.ofNullable(context.header(name));
    }
}
