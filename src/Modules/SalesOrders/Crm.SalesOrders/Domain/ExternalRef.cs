namespace Crm.SalesOrders.Domain;

/// <summary>The key of a record in another system of the company; unique per kind of record.</summary>
internal sealed record ExternalRef(string System, string Id);

/// <summary>The external refs of one record, as rows of their own so that the database keeps them unique.</summary>
internal sealed class ExternalRefRow
{
    private ExternalRefRow()
    {
    }

    public ExternalRefRow(ExternalRef reference) => (System, RefId) = (reference.System, reference.Id);

    public string System { get; private set; } = "";

    public string RefId { get; private set; } = "";

    public ExternalRef Ref => new(System, RefId);

    /// <summary>Replaces the present refs by the wanted ones, leaving rows that stay as they are. Returns whether anything changed.</summary>
    public static bool Replace(List<ExternalRefRow> present, IReadOnlyCollection<ExternalRef> wanted)
    {
        var gone = present.RemoveAll(row => !wanted.Contains(row.Ref));
        var added = wanted.Distinct().Where(reference => present.TrueForAll(row => row.Ref != reference)).ToList();
        present.AddRange(added.Select(reference => new ExternalRefRow(reference)));
        return gone + added.Count > 0;
    }
}
