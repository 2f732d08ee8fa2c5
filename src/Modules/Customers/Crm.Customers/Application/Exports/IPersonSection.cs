using System.Text.Json.Nodes;
using Crm.BuildingBlocks;
using Crm.Customers.Domain;

namespace Crm.Customers.Application.Exports;

/// <summary>What one subject keeps of a person, for the person to read. Every subject that needs more than its rows as they are brings one.</summary>
internal interface IPersonSection
{
    /// <summary>Its name in the file.</summary>
    string Name { get; }

    /// <summary>Its heading.</summary>
    Phrase Title { get; }

    /// <returns>Null where nothing is kept.</returns>
    Task<JsonNode?> Read(TracedPerson person, CancellationToken ct);
}

/// <param name="Id">The customer that was asked for.</param>
/// <param name="Family">It and all that it was merged with: everything under each of them is about the same person.</param>
internal sealed record TracedPerson(CustomerId Id, IReadOnlyList<CustomerId> Family);
