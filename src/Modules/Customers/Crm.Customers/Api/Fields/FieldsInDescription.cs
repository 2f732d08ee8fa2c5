using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.OpenApi;
using Crm.Customers.Application;
using Crm.Customers.Application.Listing;
using Crm.Customers.Domain.Fields;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Fields;

/// <summary>Tells the description of the API of the company's own fields, as they are defined at the moment.</summary>
internal sealed class FieldsInDescription(CustomersDbContext db) : IDescribesData
{
    public IReadOnlyCollection<Type> Types => [typeof(CustomerInput), typeof(RegisterCustomer), typeof(CustomerView)];

    public string Member => "fields";

    public Type Row => typeof(CustomerRow);

    public async Task<DescribedData> Describe(CancellationToken ct)
    {
        var fields = await db.CustomFields.AsNoTracking().OrderBy(f => f.FieldKey).ToListAsync(ct);
        return new DescribedData(CustomerList.With(fields).Describe(), fields.ConvertAll(MemberOf));
    }

    private static DescribedMember MemberOf(CustomField field) => new(field.FieldKey, $"{field.Name} / {field.NameChinese}", KindOf(field.Type))
    {
        IsMany = field.Type == FieldType.Choices,
        IsRetired = field.IsRetired,
        Options = [.. field.Options.Select(o => o.Key)],
        Min = field.Min,
        Max = field.Max,
        MaxLength = field.Type == FieldType.Text ? field.MaxLength ?? FieldLimits.Text : null,
        // The whole of a text has to match here; a schema finds a pattern anywhere in it.
        Pattern = field.Pattern is { } pattern ? $"^(?:{pattern})$" : null,
    };

    private static ValueKind KindOf(FieldType type) => type switch
    {
        FieldType.Number => ValueKind.Number,
        FieldType.Date => ValueKind.Date,
        FieldType.Flag => ValueKind.Truth,
        FieldType.Choice or FieldType.Choices => ValueKind.Choice,
        _ => ValueKind.Text,
    };
}
