using Mono.Cecil;

namespace Crm.Architecture.Tests.Reading;

internal static class Ancestry
{
    public static IEnumerable<TypeReference> Of(TypeReference type, Codebase code)
    {
        if (code.Find(type) is not { } definition) yield break;

        var arguments = (type as GenericInstanceType)?.GenericArguments;
        foreach (var parent in definition.Interfaces.Select(i => i.InterfaceType).Prepend(definition.BaseType).OfType<TypeReference>())
        {
            var closed = Close(parent, arguments);
            yield return closed;
            foreach (var further in Of(closed, code)) yield return further;
        }
    }

    private static TypeReference Close(TypeReference type, IList<TypeReference>? arguments)
    {
        switch (type)
        {
            case GenericParameter { Type: GenericParameterType.Type } parameter when arguments is not null:
                return arguments[parameter.Position];
            case GenericInstanceType generic:
                var closed = new GenericInstanceType(generic.ElementType);
                foreach (var argument in generic.GenericArguments) closed.GenericArguments.Add(Close(argument, arguments));
                return closed;
            default:
                return type;
        }
    }
}
