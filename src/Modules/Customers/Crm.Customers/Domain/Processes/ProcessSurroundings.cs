using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Processes;

/// <summary>What a process finds when it goes on.</summary>
/// <param name="Customer">Whose process it is.</param>
/// <param name="Facts">What sales told of the customer and belongs to no other process of the same kind.</param>
/// <param name="By">Who acts; null: the system by itself.</param>
/// <param name="May">Whether whoever acts has a permission.</param>
/// <param name="Deadline">Until when a way should be taken by whoever came to its beginning at a moment; null: no limit.</param>
/// <param name="Language">Of what is said to whoever acts.</param>
/// <param name="Now">When.</param>
internal sealed record ProcessSurroundings(
    Customer Customer,
    IReadOnlyList<ProcessFact> Facts,
    Guid? By,
    Func<string, bool> May,
    Func<ProcessTransition, DateTimeOffset, DateTimeOffset?> Deadline,
    Language Language,
    DateTimeOffset Now);
