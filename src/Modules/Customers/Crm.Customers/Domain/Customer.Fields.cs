using Crm.Customers.Domain.Fields;

namespace Crm.Customers.Domain;

// What the company wants to know of its customers besides what every company does.
internal sealed partial class Customer
{
    private readonly List<FieldValue> _fields = [];

    /// <summary>Rows of values; see <see cref="FieldContents"/> for what they say.</summary>
    public IReadOnlyList<FieldValue> Fields => _fields;

    /// <summary>By the key of the field.</summary>
    public IReadOnlyDictionary<string, FieldContent> FieldContents => FieldValue.ContentsOf(_fields);

    private void ForgetPersonalFields() => _fields.RemoveAll(f => f.Secret is not null);
}
