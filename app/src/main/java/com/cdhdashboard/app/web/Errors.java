package com.cdhdashboard.app.web;

import com.cdhdashboard.app.route.Mount;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.core.error.UserException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where errors become answers: a page for readers, JSON for programs. What a user can mend is said; for
 * anything else the answer holds an id and the log holds the cause.
 */
final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private static final String NOT_FOUND = "Not found";

    private final Frames frames;
    private final Templates templates;

    Errors(Frames frames, Templates templates) {
        this.frames = frames;
        this.templates = templates;
    }

    void user(UserException error, Context context) {
        answer(
                context,
                status(error.kind()),
                title(error.kind()),
                Optional.ofNullable(error.getMessage()).orElse(""));
    }

    private static HttpStatus status(UserException.Kind kind) {
        return switch (kind) {
            case USER -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case RESOURCES -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static String title(UserException.Kind kind) {
        return switch (kind) {
            case USER -> "That cannot be done";
            case NOT_FOUND -> NOT_FOUND;
            case RESOURCES -> "A limit was reached";
        };
    }

    void http(HttpResponseException error, Context context) {
        HttpStatus status = HttpStatus.forStatus(error.getStatus());
        if (status == HttpStatus.NOT_FOUND) {
            notFound(context);
            return;
        }
        answer(context, status, status.getMessage(), "The request was refused: " + status.getMessage());
    }

    void internal(Exception error, Context context) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Error {} at {} {}", id, context.method(), context.path(), error);
        if (error instanceof UncheckedIOException disk) {
            user(UserException.ofDisk(disk), context);
            return;
        }
        answer(
                context,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong",
                "The program failed at this. The log has the cause under error " + id + ".");
    }

    /** A request that a check before the handlers refused. */
    void refused(Context context, HttpStatus status, String message) {
        answer(context, new ErrorPage(frames.closedFrame(context, "Refused"), "Refused", message, List.of()), status);
        context.skipRemainingHandlers();
    }

    void notFound(Context context) {
        answer(context, HttpStatus.NOT_FOUND, NOT_FOUND, "There is no page at this address.");
    }

    /** An address that names none of the configurations, which are told. */
    void noVariant(Context context, List<Frame.Choice> variants) {
        String message = "This server shows several configurations, and this address names none of them.";
        answer(
                context,
                new ErrorPage(frames.frame(context, NOT_FOUND, ""), NOT_FOUND, message, variants),
                HttpStatus.NOT_FOUND);
    }

    private void answer(Context context, HttpStatus status, String title, String message) {
        answer(context, new ErrorPage(frames.frame(context, title, ""), title, message, List.of()), status);
    }

    private void answer(Context context, ErrorPage page, HttpStatus status) {
        context.status(status).removeHeader("ETag").header("Cache-Control", "no-store");
        if (wantsJson(context)) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("status", status.getCode());
            error.put("message", page.message());
            if (!page.variants().isEmpty()) {
                error.put("variants", page.variants().stream().map(Errors::json).toList());
            }
            Respond.json(context, Map.of("error", error));
        } else {
            Respond.html(context, templates.render("page/error", page));
        }
        context.attribute("answered", true);
    }

    private static Map<String, Object> json(Frame.Choice variant) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", variant.name());
        object.put("description", variant.description());
        object.put("url", variant.url());
        return object;
    }

    static boolean wantsJson(Context context) {
        String path = Mount.withinAny(context.path());
        String accept = Respond.header(context, "Accept").orElse("");
        return path.startsWith(Urls.API)
                || path.startsWith(Urls.UPLOADS)
                || path.equals(Urls.MCP)
                || path.endsWith(".json")
                || accept.startsWith("application/json");
    }
}
