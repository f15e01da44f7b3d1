package org.entente.node.agreements.simulate;

import java.util.Map;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The same as JSON. Our own API. */
@RestController
class WhatIfEndpoint {
    private final SimulateEntente simulateEntente;
    private final WhatIfAnswers answers;

    WhatIfEndpoint(SimulateEntente simulateEntente, WhatIfAnswers answers) {
        this.simulateEntente = simulateEntente;
        this.answers = answers;
    }

    @GetMapping("/api/ententes/{name}/what-if")
    ResponseEntity<ObjectNode> whatIf(
            AccessToken token,
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean table,
            @RequestParam Map<String, String> chosen) {
        token.require("agreements.read");
        Subject subject = simulateEntente.find(name, table).orElseThrow(NotFound::new);
        return answers.answer(subject, WhatIf.read(table, chosen));
    }
}
