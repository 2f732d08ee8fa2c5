using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Crm.Architecture.Tests.Reading;

/// <summary>What one outermost type uses, calls and says, with everything nested in it charged to it.</summary>
internal sealed class Anatomy
{
    private readonly CodeType _type;
    private readonly HashSet<Use> _uses = [];
    private readonly List<Call> _calls = [];
    private readonly HashSet<Literal> _literals = [];

    private Anatomy(CodeType type) => _type = type;

    public IReadOnlyList<Use> Uses { get; private set; } = [];

    public IReadOnlyList<Call> Calls => _calls;

    public IReadOnlyList<Literal> Literals { get; private set; } = [];

    public static Anatomy Of(CodeType type)
    {
        var anatomy = new Anatomy(type);
        anatomy.Look(type.Definition);
        anatomy.Uses = [.. anatomy._uses];
        anatomy.Literals = [.. anatomy._literals];
        return anatomy;
    }

    private void Look(TypeDefinition type)
    {
        var suffix = type == _type.Definition || type.Name.StartsWith('<') ? "" : $" of {Names.Plain(type.Name)}";
        Add(type.BaseType, $"base type{suffix}");
        foreach (var implemented in type.Interfaces) Add(implemented.InterfaceType, $"interface{suffix}");
        Attributes(type, $"attribute{suffix}");
        Constraints(type, $"constraint{suffix}");

        foreach (var field in type.Fields) Look(type, field);
        foreach (var property in type.Properties) Attributes(property, $"attribute on {Names.Place(type, "property", property.Name)}");
        foreach (var happening in type.Events) Attributes(happening, $"attribute on {Names.Place(type, "event", happening.Name)}");
        foreach (var method in type.Methods.Where(m => !IsOfRecord(m))) Look(type, method);
        foreach (var nested in type.NestedTypes) Look(nested);
    }

    /// <summary>What the compiler adds to a record repeats its properties.</summary>
    private static bool IsOfRecord(MethodDefinition method) =>
        method.Name is "<Clone>$" or "Deconstruct" or "Equals" or "GetHashCode" or "PrintMembers" or "ToString" or "op_Equality" or "op_Inequality"
        && method.CustomAttributes.Any(a => a.AttributeType.Name == "CompilerGeneratedAttribute");

    private void Look(TypeDefinition owner, FieldDefinition field)
    {
        var where = Names.Place(owner, "field", field.Name);
        Add(field.FieldType, where);
        Attributes(field, $"attribute on {where}");
        if (field is { HasConstant: true, Constant: string text }) _literals.Add(new Literal(text, where));
    }

    private void Look(TypeDefinition owner, MethodDefinition method)
    {
        var where = Names.Place(owner, "method", method.Name);
        Add(method.ReturnType, where);
        Attributes(method, $"attribute on {where}");
        Attributes(method.MethodReturnType, $"attribute on {where}");
        Constraints(method, where);
        foreach (var parameter in method.Parameters)
        {
            Add(parameter.ParameterType, where);
            Attributes(parameter, $"attribute on {where}");
        }

        foreach (var overridden in method.Overrides) Add(overridden.DeclaringType, where);
        if (method.HasBody) Look(method, where);
    }

    private void Look(MethodDefinition method, string where)
    {
        foreach (var local in method.Body.Variables) Add(local.VariableType, where);
        foreach (var handler in method.Body.ExceptionHandlers) Add(handler.CatchType, where);
        foreach (var instruction in method.Body.Instructions)
        {
            switch (instruction.Operand)
            {
                case string text when instruction.OpCode == OpCodes.Ldstr:
                    _literals.Add(new Literal(text, where));
                    break;
                case MethodReference called:
                    _calls.Add(new Call($"{Names.Of(called.DeclaringType)}.{called.Name}", called, method, where));
                    Look(called, where);
                    break;
                case FieldReference field:
                    Add(field.DeclaringType, where);
                    if (!IsOwn(field)) Add(field.FieldType, where);
                    break;
                case TypeReference type:
                    Add(type, where);
                    break;
            }
        }
    }

    private void Look(MethodReference called, string where)
    {
        Add(called.DeclaringType, where);
        if (called is GenericInstanceMethod generic)
            foreach (var argument in generic.GenericArguments) Add(argument, where);
        if (IsOwn(called)) return;

        Add(called.ReturnType, where);
        foreach (var parameter in called.Parameters) Add(parameter.ParameterType, where);
    }

    /// <summary>The signatures of a type's own members are charged where they are declared; once is enough.</summary>
    private bool IsOwn(MemberReference member) => Names.Outermost(member.DeclaringType.GetElementType()).FullName == _type.Definition.FullName;

    private void Constraints(IGenericParameterProvider generic, string where)
    {
        foreach (var parameter in generic.GenericParameters)
        {
            Attributes(parameter, $"attribute on {where}");
            foreach (var constraint in parameter.Constraints) Add(constraint.ConstraintType, where);
        }
    }

    private void Attributes(ICustomAttributeProvider carrier, string where)
    {
        if (!carrier.HasCustomAttributes) return;
        foreach (var attribute in carrier.CustomAttributes)
        {
            Add(attribute.AttributeType, where);
            foreach (var argument in attribute.ConstructorArguments) Argument(argument, where);
            foreach (var named in attribute.Properties.Concat(attribute.Fields)) Argument(named.Argument, where);
        }
    }

    private void Argument(CustomAttributeArgument argument, string where)
    {
        Add(argument.Type, where);
        switch (argument.Value)
        {
            case TypeReference type:
                Add(type, where);
                break;
            case string text:
                _literals.Add(new Literal(text, where));
                break;
            case CustomAttributeArgument boxed:
                Argument(boxed, where);
                break;
            case CustomAttributeArgument[] several:
                foreach (var one in several) Argument(one, where);
                break;
        }
    }

    private void Add(TypeReference? type, string where)
    {
        switch (type)
        {
            case null or GenericParameter:
                return;
            case GenericInstanceType generic:
                Add(generic.ElementType, where);
                foreach (var argument in generic.GenericArguments) Add(argument, where);
                return;
            case IModifierType modified:
                Add(modified.ModifierType, where);
                Add(modified.ElementType, where);
                return;
            case FunctionPointerType pointer:
                Add(pointer.ReturnType, where);
                foreach (var parameter in pointer.Parameters) Add(parameter.ParameterType, where);
                return;
            case TypeSpecification wrapped:
                Add(wrapped.ElementType, where);
                return;
        }

        var outermost = Names.Outermost(type);
        if (outermost.FullName == _type.Definition.FullName || outermost.Name.StartsWith('<')) return;
        _uses.Add(new Use(Names.Of(type), outermost.Namespace, AssemblyOf(outermost), _type.Code.ProjectOf(outermost), where));
    }

    private static string AssemblyOf(TypeReference type) => type.Scope is AssemblyNameReference other ? other.Name : type.Module.Assembly.Name.Name;
}
