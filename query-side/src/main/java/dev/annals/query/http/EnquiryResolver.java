package dev.annals.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands an endpoint the {@link Asker}, the {@link Enquiry}, the {@link Parameters} and the {@link
 * Admission} that {@link Reception} let pass.
 */
public final class EnquiryResolver implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    var type = parameter.getParameterType();
    return type == Asker.class
        || type == Enquiry.class
        || type == Parameters.class
        || type == Admission.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders) {
    var request = webRequest.getNativeRequest(HttpServletRequest.class);
    if (request == null
        || !(request.getAttribute(Reception.ENQUIRY) instanceof Enquiry enquiry)
        || !(request.getAttribute(Reception.ADMISSION) instanceof Admission admission)) {
      throw new IllegalStateException("an endpoint that says not what it can be asked");
    }
    var type = parameter.getParameterType();
    if (type == Parameters.class) {
      return parameters(request);
    }
    if (type == Admission.class) {
      return admission;
    }
    return type == Asker.class ? enquiry.asker() : enquiry;
  }

  private static Parameters parameters(HttpServletRequest request) {
    var values = new LinkedHashMap<String, String>();
    request.getParameterMap().forEach((name, given) -> values.put(name, given[0]));
    return new Parameters(values);
  }
}
