package com.cdhdashboard.app.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cdhdashboard.app.route.Mount;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.security.AllowedHosts;
import com.cdhdashboard.app.security.SameOrigin;
import com.cdhdashboard.app.security.SecurityHeaders;
import com.cdhdashboard.app.security.SignIn;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.app.view.Variants;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/** What every request passes before a handler sees it: headers, host, origin, and whether the browser has the answer. */
final class RequestFilter {
    private static final Map<String, String> HEADERS = SecurityHeaders.all();
    private static final List<String> CACHED = List.of(
            Urls.DASHBOARD, Urls.REPORTS, Urls.QUESTION, Urls.FILTERS, Urls.API + "/metrics", Urls.API + "/reports");

    private static final String READ_ONLY =
            "This server shows data and changes nothing, as it was started with --read-only";

    private static final String QUESTION = "question";

    private final ResponseCache held = new ResponseCache();
    private final AllowedHosts hosts;
    private final SignIn signIn;
    private final SameOrigin origin;
    private final Variants variants;
    private final VariantSites sites;

    RequestFilter(AllowedHosts hosts, SignIn signIn, SameOrigin origin, Variants variants, VariantSites sites) {
        this.hosts = hosts;
        this.signIn = signIn;
        this.origin = origin;
        this.variants = variants;
        this.sites = sites;
    }

    void check(Context context) {
        HEADERS.forEach(context::header);
        VariantSite site = sites.answering(context);
        Respond.mount(context, site.mount());
        String host = Respond.header(context, "Host").orElse("");
        if (!hosts.accepts(host)) {
            site.errors()
                    .refused(
                            context,
                            HttpStatus.FORBIDDEN,
                            "This server does not answer to that host name; use its address");
        } else if (!isOfAgents(context) && !signIn.accepts(Respond.header(context, "Authorization"))) {
            context.header("WWW-Authenticate", SignIn.CHALLENGE);
            site.errors().refused(context, HttpStatus.UNAUTHORIZED, "Sign in with the password of this server");
        } else if (asks(context) && !fromProgram(context, host)) {
            site.errors()
                    .refused(
                            context,
                            HttpStatus.FORBIDDEN,
                            "Tools are asked by programs and pages of this server, with the header Content-Type:"
                                    + " application/json");
        } else if (changes(context) && !asks(context) && !fromOwnPage(context, host)) {
            site.errors()
                    .refused(
                            context,
                            HttpStatus.FORBIDDEN,
                            "The request does not come from a current page of this server; load the page again");
        } else if (sites.of(context).isPresent()) {
            checkWithin(context, site);
        } else if (!VariantSites.isShared(context)) {
            elsewhere(context, site);
        }
    }

    private void checkWithin(Context context, VariantSite site) {
        String path = site.mount().within(context.path());
        if (changes(context) && !asks(context) && refuses(site, path)) {
            site.errors().refused(context, HttpStatus.FORBIDDEN, READ_ONLY);
        } else {
            context.header("Cache-Control", "no-cache, private");
            revalidate(context, site, path);
        }
    }

    /** With {@code --read-only} nothing is changed, but for models that are fitted again, and chats in memory. */
    private static boolean refuses(VariantSite site, String path) {
        boolean keepsNothing = path.startsWith(Urls.CLV)
                || path.startsWith(Urls.ASSISTANT + "/")
                || path.equals(Urls.CONFIGURATION_EXPRESSION);
        return site.readOnly() && !keepsNothing;
    }

    /** A page without a configuration in its address is that of the first; anything else would answer for one unasked. */
    private void elsewhere(Context context, VariantSite first) {
        String path = context.path();
        boolean file = path.endsWith(".csv") || path.endsWith(".xlsx");
        if (changes(context) || Mount.isNamed(path) || file || Errors.wantsJson(context)) {
            first.errors().noVariant(context, variants.choices(Mount.ROOT, Urls.HOME));
        } else {
            String query = Optional.ofNullable(context.queryString())
                    .map(text -> "?" + text)
                    .orElse("");
            context.header("Cache-Control", "no-store").redirect(first.mount().address(path) + query);
        }
        context.skipRemainingHandlers();
    }

    /** Whether the request is a question to a tool, which changes nothing though it is posted. */
    private boolean asks(Context context) {
        return context.method().equals(HandlerType.POST)
                && (isOfAgents(context) || Mount.withinAny(context.path()).startsWith(Urls.TOOLS + "/"));
    }

    /** Whether it is one of agents, who carry a token in place of the password; who answers them looks at it. */
    private boolean isOfAgents(Context context) {
        return sites.of(context)
                .filter(site -> site.mount().within(context.path()).equals(Urls.MCP))
                .isPresent();
    }

    /** A page of another site cannot send this type unasked, and says where it is from. */
    private static boolean fromProgram(Context context, String host) {
        boolean json = Respond.header(context, "Content-Type").orElse("").startsWith("application/json");
        return json
                && SameOrigin.sameSite(
                        Respond.header(context, "Sec-Fetch-Site"), Respond.header(context, "Origin"), host);
    }

    private static boolean changes(Context context) {
        return !context.method().equals(HandlerType.GET) && !context.method().equals(HandlerType.HEAD);
    }

    private boolean fromOwnPage(Context context, String host) {
        Optional<String> token = Respond.header(context, "X-Csrf-Token")
                .or(() ->
                        context.isFormUrlencoded() ? Optional.ofNullable(context.formParam("csrf")) : Optional.empty());
        return SameOrigin.sameSite(Respond.header(context, "Sec-Fetch-Site"), Respond.header(context, "Origin"), host)
                && origin.accepts(token);
    }

    /**
     * The answer depends on the data, the address, the theme, what is said of other configurations and this start of the
     * server, and on nothing else.
     */
    private void revalidate(Context context, VariantSite site, String path) {
        if (CACHED.stream().noneMatch(path::startsWith)) {
            return;
        }
        String version = Snapshots.of(context, site.workspace()).version();
        String question = String.join(
                "\n",
                origin.token(),
                version,
                context.path(),
                Optional.ofNullable(context.queryString()).orElse(""),
                Respond.theme(context).orElse(""),
                variants.mark());
        String tag = tag(version, question);
        context.header("ETag", tag);
        if (Respond.header(context, "If-None-Match").filter(tag::equals).isPresent()) {
            context.status(HttpStatus.NOT_MODIFIED).skipRemainingHandlers();
        } else if (held.answer(question, context)) {
            context.skipRemainingHandlers();
        } else {
            context.attribute(QUESTION, question);
        }
    }

    private static String tag(String version, String question) {
        CRC32C sum = new CRC32C();
        sum.update(question.getBytes(UTF_8));
        String data = version.replaceAll("[^A-Za-z0-9_.-]", "_");
        return "W/\"" + data + "-" + Long.toHexString(sum.getValue()) + "\"";
    }

    /** After a handler has answered: holds what others may ask for, too. Files to save are left out. */
    void keep(Context context) {
        String question = context.attribute(QUESTION);
        boolean file = Optional.ofNullable(context.res().getHeader(Respond.DISPOSITION))
                .filter(how -> how.startsWith("attachment"))
                .isPresent();
        if (question != null
                && !changes(context)
                && context.status() == HttpStatus.OK
                && !file
                && !Respond.isPassing(context)) {
            held.keep(question, context);
        }
    }
}
