using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

internal sealed record OrderWasDrafted : DomainEvent;

internal sealed record OrderDraftWasChanged : DomainEvent;

internal sealed record OrderDraftWasDeleted : DomainEvent;

internal sealed record OrderDraftWasRestored : DomainEvent;

internal sealed record OrderWasAnonymised : DomainEvent;

internal sealed record OrderWasQuoted : DomainEvent;

internal sealed record OrderWasExpired : DomainEvent;

internal sealed record OrderWasHeld : DomainEvent;

/// <param name="IsApproval">Somebody agreed to a step of an approval; otherwise a hold was lifted.</param>
internal sealed record OrderHoldWasReleased(bool IsApproval) : DomainEvent;

internal sealed record OrderWasRejected : DomainEvent;

internal sealed record OrderWasSubmitted : DomainEvent;

internal sealed record OrderWasWithdrawn : DomainEvent;

internal sealed record OrderWasConfirmed : DomainEvent;

internal sealed record ShipmentWasDispatched(Shipment Shipment, bool IsFullyShipped) : DomainEvent;

internal sealed record ShipmentWasDelivered(Shipment Shipment, bool IsFullyDelivered) : DomainEvent;

internal sealed record ShipmentWasLost(Shipment Shipment) : DomainEvent;

internal sealed record ServiceWasAccepted(Acceptance Acceptance, bool IsFullyShipped) : DomainEvent;

internal sealed record PaymentWasRecorded(PaymentEntry Payment, decimal BalanceAfter) : DomainEvent;

/// <summary>Anything of a payment but a capture.</summary>
internal sealed record PaymentWasBooked(PaymentEntry Entry, decimal BalanceAfter) : DomainEvent;

internal sealed record RefundWasReserved(Refund Refund) : DomainEvent;

internal sealed record RefundWasGranted(Refund Refund) : DomainEvent;

internal sealed record RefundWasReleased(Refund Refund) : DomainEvent;

internal sealed record RefundWasSettled(Refund Refund, decimal BalanceAfter) : DomainEvent;

internal sealed record ReturnWasReserved(GoodsReturn Return) : DomainEvent;

internal sealed record ReturnWasReceived(GoodsReturn Return) : DomainEvent;

internal sealed record InvoiceWasIssued(Invoice Invoice) : DomainEvent;

internal sealed record OrderWasCancelled(bool WasConfirmed, DateOnly CancelledOn, string Reason) : DomainEvent;

internal sealed record OrderWasAmended(Guid ChangeId) : DomainEvent;

internal sealed record BackOrderWasFilled(int Units) : DomainEvent;
