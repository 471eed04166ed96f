package io.skyholm.runtime.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** Completes each operation of the document, at build time, from the method that answers it. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ContractFilter implements OASFilter {

    private final ResourceMethods methods;
    private final PropertyLimits limits;

    public ContractFilter(IndexView index) {
        this.methods = new ResourceMethods(index);
        this.limits = new PropertyLimits(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        OperationSecurity.describe(document.getComponents());
        RequestHeaders.describe(document.getComponents());
        ResponseHeaders.describe(document.getComponents());
        StreamedAnswer.forgetWhatWasScanned(document.getComponents());
        PermissionName.describe(document.getComponents());
        ModuleTexts words = ModuleTexts.of(PropertyWords.FILE);
        new PropertyWords(words).write(document.getComponents());
        ParameterWords parameters = new ParameterWords(words);
        new SchemaWords(ModuleTexts.of(SchemaWords.FILE), ModuleTexts.of(SchemaWords.VALUES))
                .write(document.getComponents());
        SchemaTree schemas = new SchemaTree(document.getComponents());
        limits.write(schemas);
        ProblemResponses problems =
                new ProblemResponses(document.getComponents(), ModuleTexts.of(ProblemResponses.FILE));
        OperationExamples examples = OperationExamples.ofService();
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((verb, operation) -> methods.of(path, verb).ifPresent(method -> {
                    OperationName.write(method, operation);
                    SuccessStatus.write(method, operation);
                    StreamedAnswer.write(method, operation);
                    OperationSecurity.write(method, operation);
                    problems.write(method, operation);
                    ResponseHeaders.write(method, operation);
                    RequestHeaders.write(method, operation);
                    OperationWords.write(method, operation);
                    parameters.write(path, operation);
                    examples.write(verb + " " + path, method, operation);
                })));
        new PropertyExamples(schemas, ModuleTexts.of(PropertyExamples.FILE)).write(document);
    }
}
