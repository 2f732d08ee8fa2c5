namespace Crm.SalesOrders.Domain.Prices;

/// <summary>What selling needs of a territory: which ones are above it. The truth is kept by the platform.</summary>
internal sealed class TerritoryCopy
{
    private TerritoryCopy()
    {
    }

    public TerritoryCopy(Guid id) => Id = id;

    public Guid Id { get; private set; }

    /// <summary>The nearest first.</summary>
    public IReadOnlyList<Guid> Above { get; private set; } = [];

    /// <summary>The source's position; older news is ignored.</summary>
    public int Position { get; private set; }

    /// <returns>Whether anything is new.</returns>
    public bool Take(IReadOnlyList<Guid> above, int position)
    {
        if (position <= Position) return false;
        var isNew = !above.SequenceEqual(Above);
        (Above, Position) = (above, position);
        return isNew;
    }
}
