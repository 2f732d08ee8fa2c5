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

    // Whatever can be said in a text can be about the person, whether or not somebody thought of calling the field personal;
    // and of one that is personal by now a value may be plain that was written in the moment before.
    private void ForgetFields(IReadOnlyCollection<string> personal) =>
        _fields.RemoveAll(f => f.Secret is not null || f.Type == FieldType.Text || personal.Contains(f.Key));
}
