namespace Crm.Customers.Persistence;

/// <summary>A counter without gaps.</summary>
internal sealed class NumberSeries(string name)
{
    public string Name { get; private set; } = name;

    /// <summary>The first number that nobody has.</summary>
    public long Next { get; private set; } = 1;

    public long Take() => Next++;
}
