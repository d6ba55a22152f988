package com.cdhdashboard.app.page.assistant;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.assistant.Conversations;
import com.cdhdashboard.app.assistant.Visits;
import com.cdhdashboard.app.page.assistant.ConsentPage.Agreement;
import com.cdhdashboard.app.page.assistant.ConsentPage.Choice;
import com.cdhdashboard.app.page.assistant.ConsentPage.Offered;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.assistant.privacy.Disclosed;
import com.cdhdashboard.assistant.privacy.Disclosure;
import com.cdhdashboard.assistant.provider.Offer;
import com.cdhdashboard.assistant.settings.ApiKey;
import com.cdhdashboard.assistant.settings.Purpose;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.snapshot.Snapshot;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Shows what can be sent to a model, takes agreement to it, and keys that users enter for their session. */
public final class ConsentHandler {
    private static final String DIMENSION = "dimension.";

    private final Workspace workspace;
    private final Conversations conversations;
    private final Frames frames;
    private final Templates templates;

    public ConsentHandler(Workspace workspace, Conversations conversations, Frames frames, Templates templates) {
        this.workspace = workspace;
        this.conversations = conversations;
        this.frames = frames;
        this.templates = templates;
    }

    public void page(Context context) {
        Respond.passing(context);
        Snapshot now = Snapshots.of(context, workspace);
        Offer offer = conversations.offer(Visits.of(context));
        Disclosed disclosed = conversations.disclosed(now);
        String place = Conversations.place(offer);
        boolean agreed = conversations.consent().approved(place, disclosed.fingerprint());
        ConsentPage page = new ConsentPage(
                frames.frame(context, "What is sent", Urls.ASSISTANT),
                offer,
                disclosed.metrics(),
                disclosed.dimensions().stream().map(each -> choice(each, now)).toList(),
                disclosed.prompt().instructions(),
                disclosed.prompt().tools().stream()
                        .map(tool -> new Offered(tool.name(), tool.description()))
                        .toList(),
                new Agreement(
                        disclosed.fingerprint(),
                        agreed ? conversations.consent().at(place).map(Instant::toString) : Optional.empty(),
                        conversations.consent().wasOtherwise(place, disclosed.fingerprint())),
                frames.token());
        Respond.html(context, templates.render("page/consent", page));
    }

    private static Choice choice(Disclosed.Dimension dimension, Snapshot now) {
        Disclosure least = Disclosure.of(
                now.configuration().assistant().mask(),
                now.configuration().assistant().withhold());
        return new Choice(
                dimension.name(),
                word(dimension.treatment()),
                word(least.of(dimension.name())),
                NumberText.count(dimension.values()),
                dimension.examples());
    }

    private static String word(Disclosure.Treatment treatment) {
        return treatment.name().toLowerCase(Locale.ROOT);
    }

    /** Keeps what is chosen of dimensions; agrees, where what is shown is what was agreed to. */
    public void decide(Context context) {
        conversations.choose(chosen(context));
        if (!"agree".equals(context.formParam("as"))) {
            lead(context, Urls.ASSISTANT_CONSENT);
            return;
        }
        Offer offer = conversations.offer(Visits.of(context));
        if (offer.model().isEmpty()) {
            throw new UserException(offer.missing().orElse("There is no model"));
        }
        Snapshot now = Snapshots.of(context, workspace);
        String shown = Optional.ofNullable(context.formParam("fingerprint")).orElse("");
        if (!conversations.disclosed(now).fingerprint().equals(shown)) {
            // What is chosen now, or the configuration, makes another prompt than the one that was read
            lead(context, Urls.ASSISTANT_CONSENT);
            return;
        }
        conversations.consent().approve(Conversations.place(offer), shown);
        lead(context, Urls.ASSISTANT);
    }

    private static Disclosure chosen(Context context) {
        Set<String> masked = new LinkedHashSet<>();
        Set<String> withheld = new LinkedHashSet<>();
        context.formParamMap().forEach((name, values) -> {
            if (name.startsWith(DIMENSION) && !values.isEmpty()) {
                String dimension = name.substring(DIMENSION.length());
                switch (values.get(values.size() - 1)) {
                    case "masked" -> masked.add(dimension);
                    case "withheld" -> withheld.add(dimension);
                    default -> {}
                }
            }
        });
        return new Disclosure(masked, withheld);
    }

    public void withdraw(Context context) {
        conversations.withdraw(conversations.offer(Visits.of(context)));
        lead(context, Urls.ASSISTANT_CONSENT);
    }

    private static void lead(Context context, String address) {
        context.redirect(address, HttpStatus.SEE_OTHER);
    }

    /** Keeps the key of a session. */
    public void key(Context context) {
        ApiKey key = ApiKey.of(Optional.ofNullable(context.formParam("key")).orElse(""));
        conversations.models().keep(purpose(context), Visits.begin(context), key);
        lead(context, asked(context));
    }

    public void forget(Context context) {
        conversations.models().forget(purpose(context), Visits.begin(context));
        lead(context, asked(context));
    }

    private static Purpose purpose(Context context) {
        return Purpose.STUDIO.table().equals(context.formParam("purpose")) ? Purpose.STUDIO : Purpose.CHAT;
    }

    /** The page on which the key was entered. */
    private static String asked(Context context) {
        Function<String, String> field =
                name -> Optional.ofNullable(context.formParam(name)).orElse("");
        return purpose(context) == Purpose.STUDIO
                ? Urls.configuration("studio", field.apply("draft"), field.apply("item"))
                : Urls.ASSISTANT;
    }
}
