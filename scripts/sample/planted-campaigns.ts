/** One arm of a campaign: the rates from which its counts are drawn, each a share of the recipients. */
export interface PlantedArm {
  variant: string;
  control: boolean;
  recipients: number;
  /** Null: nothing is sent to this arm. */
  openRate: number | null;
  clickRate: number | null;
  orderRate: number;
  /** Dollars. */
  orderValue: number;
  unsubscribeRate: number;
  complaintRate: number;
  /** Dollars. */
  spend: number;
}

export interface PlantedCampaign {
  id: string;
  campaign: string;
  channel: string;
  assignment: 'randomised' | 'other';
  /** Days before the newest order. */
  sentDaysBefore: number;
  /** What is true of it, for people who test what the portal says. */
  truth: string;
  arms: readonly PlantedArm[];
}

const QUIET = { openRate: null, clickRate: null, spend: 0 } as const;

export const PLANTED_CAMPAIGNS: readonly PlantedCampaign[] = [
  {
    id: 'basket-recovery',
    campaign: 'Basket recovery: push or serve',
    channel: 'email',
    assignment: 'randomised',
    sentDaysBefore: 96,
    truth:
      'Both mails bring about 18 % more orders than none; the pushing one costs several times the unsubscribes and complaints of the serving one.',
    arms: [
      {
        variant: 'No mail (hold-out)',
        control: true,
        recipients: 21_480,
        orderRate: 0.06,
        orderValue: 104,
        unsubscribeRate: 0.0004,
        complaintRate: 0,
        ...QUIET,
      },
      {
        variant: 'Complete your purchase',
        control: false,
        recipients: 21_512,
        openRate: 0.44,
        clickRate: 0.092,
        orderRate: 0.0708,
        orderValue: 103,
        unsubscribeRate: 0.0094,
        complaintRate: 0.0011,
        spend: 430,
      },
      {
        variant: 'We saved your basket',
        control: false,
        recipients: 21_497,
        openRate: 0.47,
        clickRate: 0.095,
        orderRate: 0.0708,
        orderValue: 104,
        unsubscribeRate: 0.0019,
        complaintRate: 0.0002,
        spend: 430,
      },
    ],
  },
  {
    id: 'free-gift-wrap',
    campaign: 'Free gift wrapping above $100',
    channel: 'on-site',
    assignment: 'randomised',
    sentDaysBefore: 342,
    truth: 'Orders rise by about 15 %, order values too; nobody complains.',
    arms: [
      {
        variant: 'Wrapping at $5.95',
        control: true,
        recipients: 24_940,
        orderRate: 0.052,
        orderValue: 96,
        unsubscribeRate: 0.0005,
        complaintRate: 0.0001,
        ...QUIET,
      },
      {
        variant: 'Free wrapping above $100',
        control: false,
        recipients: 24_967,
        openRate: null,
        clickRate: 0.061,
        orderRate: 0.06,
        orderValue: 108,
        unsubscribeRate: 0.0005,
        complaintRate: 0.0001,
        spend: 2_850,
      },
    ],
  },
  {
    id: 'weekly-vouchers',
    campaign: 'Vouchers after the first order',
    channel: 'email',
    assignment: 'randomised',
    sentDaysBefore: 188,
    truth:
      'One voucher lifts reorders from 2 % to 30 %; one every week lifts them a little further and drives off customers for good: unsubscribes rise about thirtyfold, complaints too.',
    arms: [
      {
        variant: 'No voucher',
        control: true,
        recipients: 1_210,
        openRate: 0.52,
        clickRate: 0.04,
        orderRate: 0.02,
        orderValue: 92,
        unsubscribeRate: 0.005,
        complaintRate: 0.0004,
        spend: 24,
      },
      {
        variant: 'One voucher after a week',
        control: false,
        recipients: 1_206,
        openRate: 0.58,
        clickRate: 0.21,
        orderRate: 0.3,
        orderValue: 66,
        unsubscribeRate: 0.009,
        complaintRate: 0.0006,
        spend: 48,
      },
      {
        variant: 'A voucher every week',
        control: false,
        recipients: 1_214,
        openRate: 0.41,
        clickRate: 0.2,
        orderRate: 0.36,
        orderValue: 58,
        unsubscribeRate: 0.164,
        complaintRate: 0.023,
        spend: 310,
      },
    ],
  },
  {
    id: 'letter-to-regulars',
    campaign: 'Letter to our regulars',
    channel: 'post',
    assignment: 'other',
    sentDaysBefore: 271,
    truth:
      'The letter does nothing: regulars, picked by hand, order more than the others anyway. Not randomised, so no effect may be claimed.',
    arms: [
      {
        variant: 'No letter',
        control: true,
        recipients: 2_310,
        orderRate: 0.11,
        orderValue: 94,
        unsubscribeRate: 0.002,
        complaintRate: 0,
        ...QUIET,
      },
      {
        variant: 'Letter',
        control: false,
        recipients: 480,
        openRate: null,
        clickRate: null,
        orderRate: 0.34,
        orderValue: 101,
        unsubscribeRate: 0.002,
        complaintRate: 0,
        spend: 912,
      },
    ],
  },
];
