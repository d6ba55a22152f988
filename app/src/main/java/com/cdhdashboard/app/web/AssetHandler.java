package com.cdhdashboard.app.web;

import com.cdhdashboard.app.view.Asset;
import com.cdhdashboard.app.view.Assets;
import com.cdhdashboard.app.view.Coding;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.core.error.UserException;
import io.javalin.http.Context;

/** Sends style sheets and scripts, for ever where the address holds their present hash. */
final class AssetHandler {
    private final Assets assets;

    AssetHandler(Assets assets) {
        this.assets = assets;
    }

    void send(Context context) {
        Asset asset = assets.find(context.pathParam("name"))
                .filter(found -> found.hash().equals(context.pathParam("hash")))
                .orElseThrow(() -> new UserException(UserException.Kind.NOT_FOUND, "There is no such file"));
        Coding coding =
                asset.smallest(Respond.header(context, "Accept-Encoding").orElse(""));
        context.disableCompression()
                .contentType(asset.contentType())
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Vary", "Accept-Encoding");
        if (coding != Coding.PLAIN) {
            context.header("Content-Encoding", coding.token());
        }
        context.result(asset.bytes(coding));
    }

    /** Browsers ask for this icon by themselves where they show anything but a page. */
    void icon(Context context) {
        context.redirect(assets.url("icon.svg"));
    }
}
