namespace Crm.SalesOrders.Persistence;

/// <summary>A counter from which hosts reserve blocks of numbers.</summary>
internal sealed class NumberSeries
{
    private NumberSeries()
    {
    }

    public NumberSeries(string name) => Name = name;

    public string Name { get; private set; } = "";

    /// <summary>The first number that no host has reserved.</summary>
    public long Next { get; private set; } = 1;

    /// <summary>Returns the first number of a block that belongs to the caller from now on.</summary>
    public long Reserve(int count)
    {
        var first = Next;
        Next += count;
        return first;
    }
}
