package org.entente.node.web.problem;

/** In which form an address answers errors. */
enum Dialect {
    PAGE,
    PROBLEM,
    OAUTH;

    static Dialect of(String path) {
        if (path.startsWith("/api/")) {
            return PROBLEM;
        }
        boolean page = path.equals("/") || path.matches("/(fr|en)(/.*)?");
        return page ? PAGE : OAUTH;
    }
}
