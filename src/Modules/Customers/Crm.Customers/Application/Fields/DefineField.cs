using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Fields;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Fields;

/// <summary>Gives customers a new field.</summary>
internal sealed record DefineField : FieldInput, ICommand<FieldSaved>
{
    /// <summary>By which values, filters and bodies name it: <c>deliveryDays</c>. Never changes.</summary>
    public required string Key { get; init; }
}

/// <summary>Replaces what is said of a field. What customers have in it stays as it is.</summary>
internal sealed record ChangeField : FieldInput, ICommand<FieldSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed record FieldSaved(Guid Id, string Key, int Version)
{
    public static FieldSaved Of(CustomField field) => new(field.Key, field.FieldKey, field.Version);
}

internal sealed class DefineFieldValidator : FieldInputValidator<DefineField>
{
    public DefineFieldValidator() => RuleFor(c => c.Key).Must(FieldLimits.IsKey).WithPhrase(NoKey);
}

internal sealed class ChangeFieldValidator : FieldInputValidator<ChangeField>
{
    public ChangeFieldValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DefineFieldHandler(CustomersDbContext db) : ICommandHandler<DefineField, FieldSaved>
{
    public async Task<FieldSaved> Handle(DefineField command, CancellationToken ct)
    {
        if (await db.CustomFields.AnyAsync(f => f.FieldKey == command.Key, ct)) throw FieldsRules.KeyTaken.Broken(command.Key);
        var field = CustomField.Define(command.Key, command.ToFacts());
        db.CustomFields.Add(field);
        return FieldSaved.Of(field);
    }
}

internal sealed class ChangeFieldHandler(CustomersDbContext db) : ICommandHandler<ChangeField, FieldSaved>
{
    public async Task<FieldSaved> Handle(ChangeField command, CancellationToken ct)
    {
        var field = await db.ForChange<CustomField, CustomFieldId>(new CustomFieldId(command.Id), ct);
        field.Change(command.ToFacts(), isInUse: await db.FieldValues.AnyAsync(v => v.Key == field.FieldKey, ct));
        return FieldSaved.Of(field);
    }
}
