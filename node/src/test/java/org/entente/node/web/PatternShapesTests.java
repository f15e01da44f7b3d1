package org.entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPatternParser;

/** Passing over a pattern early changes nothing of what is found. */
class PatternShapesTests {
    private final PatternShapes shapes = new PatternShapes();

    @Test
    void a_pattern_is_found_where_its_beginning_and_end_stand() {
        assertThat(isFound("/o/{organisation}/credential", "/o/registrar/credential"))
                .isTrue();
        assertThat(isFound("/o/{organisation}/credential", "/o/registrar/nonce"))
                .isFalse();
        assertThat(isFound("/o/{organisation}/credential", "/p/registrar/credential"))
                .isFalse();
        assertThat(isFound("/{language:fr|en}/services", "/fr/services")).isTrue();
        assertThat(isFound("/{language:fr|en}/services", "/de/services")).isFalse();
        assertThat(isFound("/journal/checkpoint", "/journal/checkpoint")).isTrue();
        assertThat(isFound("/theme/{version}.css", "/theme/1.css")).isTrue();
        assertThat(isFound("/files/**", "/files/a/b")).isTrue();
    }

    @Test
    void an_address_that_is_written_otherwise_is_tried_as_ever() {
        assertThat(isFound("/o/{organisation}/credential", "/%6F/registrar/credential"))
                .isTrue();
        assertThat(isFound("/o/{organisation}/credential", "/o;a=b/registrar/credential;c"))
                .isTrue();
    }

    @Test
    void the_whole_node_may_stand_under_a_path() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/entente/o/registrar/credential");
        request.setContextPath("/entente");
        assertThat(isFound("/o/{organisation}/credential", request)).isTrue();
        assertThat(isFound("/entente/{any}", request)).isFalse();
    }

    private boolean isFound(String pattern, String path) {
        return isFound(pattern, new MockHttpServletRequest("GET", path));
    }

    private boolean isFound(String pattern, HttpServletRequest request) {
        RequestMappingInfo.BuilderConfiguration options = new RequestMappingInfo.BuilderConfiguration();
        options.setPatternParser(new PathPatternParser());
        RequestMappingInfo info = RequestMappingInfo.paths(pattern)
                .methods(RequestMethod.GET)
                .options(options)
                .build();
        ServletRequestPathUtils.parseAndCache(request);
        return shapes.getMatchingMapping(info, request) != null;
    }
}
