package org.entente.node.agreements.api;

import org.entente.node.agreements.drafting.Template;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.signin.AccessToken;
import org.entente.protocols.json.Json;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows the texts to begin a draft with. Our own API. */
@RestController
class TemplatesEndpoint {
    private final NodeIdentity node;

    TemplatesEndpoint(NodeIdentity node) {
        this.node = node;
    }

    @GetMapping("/api/drafts/templates")
    ObjectNode all(AccessToken token) {
        token.require("agreements.read");
        ObjectNode json = Json.newObject();
        ArrayNode templates = json.putArray("templates");
        for (Template template : Template.values()) {
            templates.addObject().put("template", template.code()).set("draft", template.load(node.jurisdiction()));
        }
        return json;
    }
}
